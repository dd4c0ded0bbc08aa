import { request } from "./request.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

import { FakeServer, problem } from "../testing/fake-server.ts";
import { ApiError } from "./api.ts";

const url = "https://comments.example/api/v1/x";

async function failureOf(server: FakeServer): Promise<ApiError> {
  try {
    await request(server.fetch, url);
  } catch (error) {
    assert(error instanceof ApiError);
    return error;
  }
  return assert.fail("it did not fail");
}

test("request: an answer is its JSON and its ETag", async () => {
  const server = new FakeServer().on("GET /api/v1/x", { body: { a: 1 }, headers: { ETag: '"7"' } });
  assert.deepEqual(await request(server.fetch, url), { status: 200, etag: '"7"', body: { a: 1 } });
});

test("request: 204 and 304 have no body", async () => {
  for (const status of [204, 304]) {
    const server = new FakeServer().on("GET /api/v1/x", { status });
    assert.equal((await request(server.fetch, url)).body, undefined);
  }
});

test("request: a body is sent as JSON, and no cookie goes along", async () => {
  const server = new FakeServer().on("POST /api/v1/x", { status: 202, body: {} });
  await request(server.fetch, url, { method: "POST", body: { text: "ü" } });
  const [sent] = server.requests;
  assert.equal(sent?.headers.get("Content-Type"), "application/json");
  assert.deepEqual(sent?.body, { text: "ü" });
  assert.equal(sent?.credentials, "omit");
});

test("request: a problem keeps its code, its fields and the patience asked for", async () => {
  const errors = [{ field: "email", code: "invalid", message: "No." }];
  const refused = await failureOf(
    new FakeServer().on("GET /api/v1/x", problem(422, "invalid_comment", { errors })),
  );
  assert.equal(refused.code, "invalid_comment");
  assert.deepEqual(refused.errors, errors);
  assert.equal(refused.isPassing, false);

  const busy = problem(503, "temporarily_unavailable");
  const failure = await failureOf(
    new FakeServer().on("GET /api/v1/x", { ...busy, headers: { "Retry-After": "7" } }),
  );
  assert.equal(failure.retryAfterSeconds, 7);
  assert.equal(failure.isPassing, true);
});

test("request: an answer that is no problem document is understood by its status", async () => {
  const codes = {
    413: "payload_too_large",
    429: "too_many_requests",
    502: "temporarily_unavailable",
  };
  for (const [status, code] of Object.entries(codes)) {
    const fetch = async () => new Response("<h1>Sorry</h1>", { status: Number(status) });
    await assert.rejects(request(fetch, url), { code, status: Number(status) });
  }
});

test("request: no answer is an ApiError as well", async () => {
  const failure = await failureOf(new FakeServer().on("GET /api/v1/x", "unreachable"));
  assert.deepEqual([failure.status, failure.code, failure.isPassing], [0, "network", true]);

  const garbled = async () => new Response("{", { status: 200 });
  await assert.rejects(request(garbled, url), { code: "not_understood" });
});

test("request: the caller's own abort is not taken for a failure of the server", async () => {
  const abort = new AbortController();
  const never = (_: string, init: RequestInit) =>
    new Promise<Response>((_, reject) =>
      init.signal?.addEventListener("abort", () => reject(new DOMException("", "AbortError"))),
    );
  const answer = request(never, url, { signal: abort.signal });
  abort.abort();
  await assert.rejects(answer, { name: "AbortError" });
});
