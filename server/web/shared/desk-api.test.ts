import { DeskApi } from "./desk-api.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

import { FakeServer, problem } from "../testing/fake-server.ts";

const session = { moderator: { id: "1", name: "Ada", role: "editor" }, csrf_token: "csrf-1" };

function makeServer(): FakeServer {
  return new FakeServer()
    .on("POST /api/v1/desk/session", { body: session })
    .on("DELETE /api/v1/desk/session", { status: 204 })
    .on("GET /api/v1/desk/comments", { body: { comments: [], next: null, counts: {} } })
    .on("POST /api/v1/desk/decisions", { body: { results: [{ comment: "9", status: "done" }] } })
    .on("PATCH /api/v1/desk/stories/a%20b/c", { body: { story: { id: "c", state: "closed" } } });
}

test("desk api: what changes something carries the token of the session", async () => {
  const server = makeServer();
  const api = new DeskApi("https://c.example", server.fetch);
  assert.deepEqual(await api.signIn("Ada", "pw"), session);
  const decisions = [{ comment: "9", revision: 2, action: "approve" as const }];
  assert.deepEqual(await api.decide(decisions), { results: [{ comment: "9", status: "done" }] });
  assert.equal((await api.setStoryState("a b", "c", "closed")).state, "closed");
  await api.comments();

  const tokens = server.requests.map(({ headers }) => headers.get("X-CSRF-Token"));
  assert.deepEqual(tokens, [null, "csrf-1", "csrf-1", null]);
  assert(server.requests.every(({ credentials }) => credentials === "same-origin"));
});

test("desk api: after signing out the token is forgotten", async () => {
  const server = makeServer();
  const api = new DeskApi("https://c.example", server.fetch);
  await api.signIn("Ada", "pw");
  await api.signOut();
  await api.decide([]);
  assert.equal(server.requests[2]?.headers.get("X-CSRF-Token"), null);
});

test("desk api: empty filters are left out", async () => {
  const server = makeServer();
  await new DeskApi("https://c.example", server.fetch).comments({
    state: "pending",
    site: "",
    limit: 20,
  });
  assert.equal(String(server.requests[0]?.query), "state=pending&limit=20");
});

test("desk api: an ended session says so", async () => {
  const server = new FakeServer().on("GET /api/v1/desk/session", problem(401, "not_signed_in"));
  await assert.rejects(new DeskApi("https://c.example", server.fetch).session(), {
    code: "not_signed_in",
    status: 401,
  });
});

test("desk api: the feed resumes from an id", () => {
  const api = new DeskApi("http://localhost:8080");
  assert.equal(api.liveUrl("5"), "ws://localhost:8080/api/v1/desk/live?since=5");
});

test("desk api: all about an author is asked by their pseudonym", async () => {
  const server = makeServer()
    .on("GET /api/v1/desk/authors/p%2F1", { body: { pseudonym: "p/1" } })
    .on("POST /api/v1/desk/authors/p%2F1/notes", { status: 201, body: { text: "Kind." } })
    .on("POST /api/v1/desk/authors/p%2F1/bans", { status: 201, body: { id: "7" } })
    .on("DELETE /api/v1/desk/bans/7", { status: 204 })
    .on("POST /api/v1/desk/authors/p%2F1/email", { body: { email: "a@b.example" } })
    .on("POST /api/v1/desk/undo", { body: { results: [] } });
  const api = new DeskApi("https://c.example", server.fetch);
  assert.equal((await api.author("p/1")).pseudonym, "p/1");
  assert.equal((await api.addNote("p/1", "Kind.")).text, "Kind.");
  assert.equal((await api.ban("p/1", { site: "courier", days: 7 })).id, "7");
  await api.liftBan("7");
  assert.equal(await api.emailOf("p/1", "a letter"), "a@b.example");
  assert.deepEqual(await api.undo("u-1"), []);
  const sent = server.requests.map(({ body }) => body).filter((body) => body !== undefined);
  assert.deepEqual(sent, [
    { text: "Kind." },
    { site: "courier", days: 7 },
    { reason: "a letter" },
    { undo: "u-1" },
  ]);
});

test("desk api: an edit names the revision it is of; a claim is taken and given back", async () => {
  const server = makeServer()
    .on("POST /api/v1/desk/comments/a%2F1/edits", { body: { undo: "u-1" } })
    .on("PUT /api/v1/desk/claims/a%2F1", { body: { comment: "a/1", by: "Ada", mine: true } })
    .on("DELETE /api/v1/desk/claims/a%2F1", { status: 204 });
  const api = new DeskApi("https://c.example", server.fetch);
  const form = { revision: 3, mask: [{ start: 1, end: 4 }], reason: "a name" };
  assert.equal((await api.edit("a/1", form)).undo, "u-1");
  assert.deepEqual(server.requests[0]?.body, form);
  assert((await api.claim("a/1")).mine);
  await api.release("a/1");
  assert.equal(server.requests.pop()?.method, "DELETE");
});
