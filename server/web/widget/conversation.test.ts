import { Conversation } from "./conversation.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { ReaderApi } from "../shared/api.ts";
import type { Comment, CommentPage } from "../shared/types.ts";
import { Clock } from "../testing/clock.ts";
import { FakeServer, problem, sampleComment, samplePage } from "../testing/fake-server.ts";
import { FakeSockets } from "../testing/fake-socket.ts";
import { FakeStorage } from "../testing/fake-storage.ts";
import { BrowserStorage } from "./browser-storage.ts";

const list = "GET /api/v1/sites/courier/stories/ferry/comments";
const status = "GET /api/v1/comments/mine";
const receipt = {
  id: "mine",
  status: "submitted",
  author_token: "secret",
  status_url: "u",
} as const;
const mine = { name: "Me", text: "Mine" };

let clock: Clock;
beforeEach(() => (clock = new Clock().install()));
afterEach(() => clock.uninstall());

function setUp({ storage = new FakeStorage(), comments = [sampleComment("a", 1)] } = {}) {
  let page = samplePage(comments);
  const server = new FakeServer().on(list, ({ headers }) => {
    const etag = encodeURIComponent(JSON.stringify(page));
    if (headers.get("If-None-Match") === etag) return { status: 304 };
    return { body: page, headers: { ETag: etag } };
  });
  server.on(status, { body: { id: "mine", state: "submitted" } });
  const sockets = new FakeSockets();
  const told: string[] = [];
  const conversation = new Conversation({
    api: new ReaderApi({ server: "https://c.example", site: "courier", fetch: server.fetch }),
    story: "ferry",
    sort: "oldest",
    storage: new BrowserStorage(["test"], storage),
    placement: () => "show",
    onChange: () => {},
    onOwnState: ({ state }) => told.push(state),
    connect: sockets.connect,
  });
  return {
    conversation,
    server,
    sockets,
    storage,
    told,
    setPage: (next: CommentPage) => (page = next),
    shown: () => conversation.discussion.entries.map(({ id, state }) => `${id} ${state}`),
    statusIs: (state: string, comment?: Comment) =>
      server.on(status, { body: { id: "mine", state, ...(comment ? { comment } : {}) } }),
    async start() {
      conversation.start();
      await clock.settle();
      sockets.last.say({ type: "hello", id: "1" });
    },
  };
}

test("conversation: shows the page, then what arrives", async () => {
  const { conversation, sockets, shown, start } = setUp();
  await start();
  assert.equal(conversation.phase, "ready");
  assert.equal(conversation.story?.count, 1);
  sockets.last.say({ id: "2", type: "published", comment: sampleComment("b", 2) });
  assert.deepEqual(shown(), ["a published", "b published"]);
  assert.equal(conversation.story?.count, 2);
  sockets.last.say({ id: "3", type: "removed", comment: "a" });
  assert.deepEqual(shown(), ["b published"]);
  assert.equal(conversation.story?.count, 1);
  sockets.last.say({ id: "4", type: "story", story: { id: "ferry", state: "closed", count: 1 } });
  assert.equal(conversation.story?.state, "closed");
});

test("conversation: asks once more after connecting, for what has changed", async () => {
  const { server, shown, setPage, start } = setUp();
  await start();
  setPage(samplePage([sampleComment("a", 1), sampleComment("between", 2)]));
  await clock.advance(2_000);
  assert.deepEqual(shown(), ["a published", "between published"]);
  assert(server.asked(list)[1]?.headers.has("If-None-Match"));
});

test("conversation: an event that overtakes the list is not lost", async () => {
  const { conversation, sockets, shown } = setUp();
  conversation.start();
  sockets.last.say({ type: "hello", id: "1" });
  sockets.last.say({ id: "2", type: "published", comment: sampleComment("b", 2) });
  await clock.settle();
  assert.deepEqual(shown(), ["a published", "b published"]);
  assert.equal(conversation.story?.count, 2);
});

test("conversation: a list that cannot be loaded is tried again until it can", async () => {
  const { conversation, server } = setUp();
  server.on(list, "unreachable");
  conversation.start();
  await clock.settle();
  assert.equal(conversation.phase, "failed");
  await clock.advance(10_000);
  assert(server.asked(list).length >= 3);
  server.on(list, { body: samplePage([]) });
  await clock.advance(60_000);
  assert.equal(conversation.phase, "ready");
  assert.equal(conversation.error, undefined);
});

test("conversation: without a live feed the list is fetched now and then", async () => {
  const { conversation, sockets, server, setPage, shown } = setUp();
  conversation.start();
  await clock.settle();
  for (let i = 0; i < 2; ++i) {
    sockets.last.breakOff();
    await clock.advance(2_500);
  }
  sockets.last.breakOff();
  setPage(samplePage([sampleComment("a", 1), sampleComment("b", 2)]));
  await clock.advance(31_000);
  assert.deepEqual(shown(), ["a published", "b published"]);
  const asked = server.asked(list).length;
  await clock.advance(62_000);
  assert(server.asked(list).length > asked);
});

test("conversation: the next page is asked for by its cursor", async () => {
  const { conversation, server, shown, setPage, start } = setUp();
  setPage(samplePage([sampleComment("a", 1)], { next: "page two" }));
  await start();
  server.on(list, ({ query }) =>
    query.get("cursor") === "page two"
      ? { body: samplePage([sampleComment("b", 2)]) }
      : problem(400, "invalid_request"),
  );
  await conversation.loadMore();
  assert.deepEqual(shown(), ["a published", "b published"]);
  assert.equal(conversation.discussion.next, null);
});

test("conversation: a next page that fails is said, and what is shown stays", async () => {
  const { conversation, server, shown, setPage, start } = setUp();
  setPage(samplePage([sampleComment("a", 1)], { next: "2" }));
  await start();
  server.on(list, problem(503, "temporarily_unavailable"));
  await conversation.loadMore();
  assert.equal(conversation.phase, "ready");
  assert(conversation.error);
  assert.deepEqual(shown(), ["a published"]);
});

test("conversation: looks through the pages for one comment", async () => {
  const { conversation, server, start } = setUp();
  server.on(list, ({ query }) => {
    const number = Number(query.get("cursor") ?? 0);
    return {
      body: samplePage([sampleComment(`c${number}`, number)], { next: String(number + 1) }),
    };
  });
  await start();
  await conversation.loadThrough("c3", 20);
  assert(conversation.discussion.find("c3"));
  await conversation.loadThrough("nowhere", 5);
  assert.equal(conversation.discussion.entries.length, 9);
});

test("conversation: one's own comment is followed from received to held to published", async () => {
  const { conversation, server, sockets, shown, told, statusIs, start } = setUp();
  await start();
  conversation.sent(receipt, mine);
  assert.deepEqual(shown(), ["a published", "mine submitted"]);
  statusIs("pending", sampleComment("mine", 2));
  await clock.advance(1_000);
  assert.equal(server.asked(status)[0]?.headers.get("Authorization"), "Bearer secret");
  assert.deepEqual(shown(), ["a published", "mine pending"]);
  assert.equal(conversation.story?.count, 1);
  sockets.last.say({ id: "2", type: "published", comment: sampleComment("mine", 2) });
  assert.deepEqual(shown(), ["a published", "mine published"]);
  assert.equal(conversation.story?.count, 2);
  assert.deepEqual(told, ["pending", "published"]);
  const asked = server.asked(status).length;
  await clock.advance(600_000);
  assert.equal(server.asked(status).length, asked);
});

test("conversation: the feed may be quicker than the receipt", async () => {
  const { conversation, sockets, shown, told, start } = setUp();
  await start();
  sockets.last.say({ id: "2", type: "published", comment: sampleComment("mine", 2) });
  conversation.sent(receipt, mine);
  assert.deepEqual(shown(), ["a published", "mine published"]);
  assert.equal(conversation.story?.count, 2);
  assert.deepEqual(told, ["published"]);
  assert(conversation.discussion.find("mine")?.own);
});

test("conversation: one's held comment is there after a reload, and only for oneself", async () => {
  const storage = new FakeStorage();
  const before = setUp({ storage });
  await before.start();
  before.conversation.sent(receipt, mine);
  before.conversation.stop();

  const after = setUp({ storage });
  after.statusIs("pending", sampleComment("mine", 2));
  await after.start();
  await clock.advance(0);
  assert.deepEqual(after.shown(), ["a published", "mine pending"]);

  const somebodyElse = setUp();
  await somebodyElse.start();
  assert.deepEqual(somebodyElse.shown(), ["a published"]);
});

test("conversation: what was approved meanwhile is shown as published, in its place", async () => {
  const storage = new FakeStorage();
  const before = setUp({ storage });
  await before.start();
  before.conversation.sent(receipt, mine);
  before.conversation.stop();

  const after = setUp({ storage, comments: [sampleComment("a", 1), sampleComment("mine", 2)] });
  await after.start();
  assert.deepEqual(after.shown(), ["a published", "mine published"]);
  assert.equal(after.conversation.story?.count, 2);
});

test('conversation: rejected and spam are both "not published", and can be put away', async () => {
  for (const state of ["rejected", "spam"]) {
    const { conversation, shown, told, statusIs, start } = setUp();
    await start();
    conversation.sent(receipt, mine);
    statusIs(state, sampleComment("mine", 2));
    await clock.advance(1_000);
    assert.deepEqual(shown(), ["a published", "mine rejected"]);
    assert.deepEqual(told, ["rejected"]);
    conversation.hideOwn("mine");
    assert.deepEqual(shown(), ["a published"]);
    conversation.stop();
  }
});

test("conversation: a comment that is taken down stays visible to its author", async () => {
  const { conversation, sockets, shown, statusIs, start } = setUp();
  await start();
  conversation.sent(receipt, mine);
  sockets.last.say({ id: "2", type: "published", comment: sampleComment("mine", 2) });
  statusIs("rejected", sampleComment("mine", 2));
  sockets.last.say({ id: "3", type: "removed", comment: "mine" });
  await clock.advance(0);
  assert.deepEqual(shown(), ["a published", "mine rejected"]);
  assert.equal(conversation.story?.count, 1);
});

test("conversation: a comment that the server does not know any more is forgotten", async () => {
  const { conversation, server, shown, storage, start } = setUp();
  await start();
  conversation.sent(receipt, mine);
  server.on(status, problem(404, "comment_not_found"));
  await clock.advance(1_000);
  assert.deepEqual(shown(), ["a published"]);
  assert(!storage.everything.includes("secret"));
});

test("conversation: an outage while following is passed over", async () => {
  const { conversation, server, shown, statusIs, start } = setUp();
  await start();
  conversation.sent(receipt, mine);
  server.on(status, "unreachable");
  await clock.advance(3_000);
  assert.deepEqual(shown(), ["a published", "mine submitted"]);
  statusIs("pending");
  await clock.advance(10_000);
  assert.deepEqual(shown(), ["a published", "mine pending"]);
});

test("conversation: stopped, nothing goes on; started again, it catches up", async () => {
  const { conversation, sockets, server, shown, setPage, start } = setUp();
  await start();
  conversation.stop();
  await clock.advance(600_000);
  const asked = server.requests.length;
  assert.equal(clock.pending, 0);
  setPage(samplePage([sampleComment("b", 2)]));
  conversation.start();
  await clock.settle();
  assert.match(sockets.last.url, /since=1$/);
  assert.equal(server.requests.length, asked + 1);
  assert.deepEqual(shown(), ["b published"]);
});
