import { ReaderApi } from "./api.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

import { FakeServer, sampleComment, samplePage } from "../testing/fake-server.ts";

function makeApi(server: FakeServer): ReaderApi {
  return new ReaderApi({ server: "https://c.example", site: "courier", fetch: server.fetch });
}

const comments = "/api/v1/sites/courier/stories/a%2Fb/comments";

test("reader api: a story's id is one segment of the path, whatever is in it", async () => {
  const page = samplePage([sampleComment("1")]);
  const server = new FakeServer().on(`GET ${comments}`, { body: page, headers: { ETag: '"1"' } });
  assert.deepEqual(await makeApi(server).list("a/b"), { page, etag: '"1"' });
});

test("reader api: order and cursor go into the query", async () => {
  const server = new FakeServer().on(`GET ${comments}`, { body: samplePage([]) });
  await makeApi(server).list("a/b", { sort: "newest", cursor: "x y" });
  assert.equal(String(server.requests[0]?.query), "sort=newest&cursor=x+y");
});

test("reader api: what has not changed is undefined", async () => {
  const server = new FakeServer().on(`GET ${comments}`, ({ headers }) => {
    assert.equal(headers.get("If-None-Match"), '"1"');
    return { status: 304 };
  });
  assert.equal(await makeApi(server).list("a/b", { etag: '"1"' }), undefined);
});

test("reader api: a post carries its idempotency key", async () => {
  const receipt = { id: "7", status: "submitted", author_token: "t", status_url: "u" };
  const server = new FakeServer().on(`POST ${comments}`, { status: 202, body: receipt });
  const comment = { name: "A", email: "a@b.example", text: "x", story_url: "https://p.example/" };
  assert.deepEqual(await makeApi(server).post("a/b", comment, "key-1"), receipt);
  assert.equal(server.requests[0]?.headers.get("Idempotency-Key"), "key-1");
  assert.deepEqual(server.requests[0]?.body, comment);
});

test("reader api: the author's token is sent only where it is given", async () => {
  const server = new FakeServer().on("GET /api/v1/comments/7", { body: { state: "published" } });
  await makeApi(server).comment("7");
  await makeApi(server).comment("7", "secret");
  const sent = server.requests.map(({ headers }) => headers.get("Authorization"));
  assert.deepEqual(sent, [null, "Bearer secret"]);
});

test("reader api: the feed's address is a WebSocket's", () => {
  const api = makeApi(new FakeServer());
  const base = "wss://c.example/api/v1/sites/courier/stories/a/live";
  assert.equal(api.liveUrl("a"), base);
  assert.equal(api.liveUrl("a", "12"), `${base}?since=12`);
});
