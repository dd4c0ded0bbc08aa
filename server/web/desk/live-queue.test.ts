import { LiveQueue } from "./live-queue.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { DeskApi } from "../shared/desk-api.ts";
import type { DeskComment, DeskPage } from "../shared/desk-types.ts";
import { Clock } from "../testing/clock.ts";
import { FakeServer, problem } from "../testing/fake-server.ts";
import { FakeSockets } from "../testing/fake-socket.ts";
import {
  deskSession,
  sampleDeskComment as comment,
  sampleDeskPage as page,
} from "../testing/sample-desk.ts";
import type { Outcome } from "./deciding.ts";
import { placeOf } from "./place.ts";
import { SignInState } from "./sign-in-state.ts";

const list = "GET /api/v1/desk/comments";
const decisions = "POST /api/v1/desk/decisions";
const session = "GET /api/v1/desk/session";
const [a, b, c] = [comment("a", 1), comment("b", 2), comment("c", 3)];

let clock: Clock;
beforeEach(() => (clock = new Clock().install()));
afterEach(() => clock.uninstall());

async function setUp(first: DeskPage = page([a, b])) {
  const server = new FakeServer().on(list, { body: first }).on(session, { body: deskSession });
  const sockets = new FakeSockets();
  const api = new DeskApi("https://c.example", server.fetch);
  const signIn = new SignInState(api, () => {});
  await signIn.resume();
  const departed: string[] = [];
  const queue = new LiveQueue(placeOf(""), {
    api,
    signIn,
    onChange: () => {},
    onDeparture: ({ id }, { by }) => departed.push(`${id} by ${by}`),
    describe: ({ kind }: Outcome) => kind,
    connect: sockets.connect,
  });
  queue.start();
  await clock.settle();
  if (queue.phase === "ready") {
    sockets.last.say({ type: "hello", id: "1" });
    await clock.advance(2_000);
  }
  return {
    queue,
    server,
    sockets,
    signIn,
    departed,
    shown: () => queue.list.shown.map(({ comment }) => comment.id).join(" "),
    has: (comments: DeskComment[], extra = {}) => server.on(list, { body: page(comments, extra) }),
    answers: (status: string) =>
      server.on(decisions, { body: { results: [{ comment: "a", status }] } }),
    say(id: string, comment: string, extra: object) {
      const story = { site: "courier", story: "ferry" };
      sockets.last.say({ id, type: "comment", comment, ...story, by: "Mira", ...extra });
    },
  };
}

test("live queue: shows a page, its counts, and asks for the place it is at", async () => {
  const { queue, server, shown } = await setUp();
  assert.equal(queue.phase, "ready");
  assert.equal(shown(), "a b");
  assert.equal(queue.counts?.pending, 2);
  assert.equal(queue.feedState, "live");
  assert.equal(String(server.asked(list)[0]?.query), "state=pending&sort=oldest&limit=50");
});

test("live queue: a decision names the revision seen, and is out of sight at once", async () => {
  const { queue, server, shown, answers, has } = await setUp();
  answers("done");
  has([b]);
  const deciding = queue.deciding.decide("a", "approve");
  assert.equal(shown(), "b");
  assert.deepEqual(await deciding, { kind: "done" });
  assert.deepEqual(server.asked(decisions)[0]?.body, {
    decisions: [{ comment: "a", revision: 1, action: "approve" }],
  });
  await clock.advance(2_000);
  assert.equal(queue.counts?.pending, 1);
  assert.equal(queue.list.entries.length, 1);
});

test("live queue: what is no decision is not sent", async () => {
  const { queue, server } = await setUp(page([{ ...a, state: "spam" }]));
  assert.equal(await queue.deciding.decide("a", "spam"), undefined);
  assert.equal(await queue.deciding.decide("nowhere", "spam"), undefined);
  assert.equal(server.asked(decisions).length, 0);
});

test("live queue: a decision that fails brings the comment back and says why", async () => {
  const { queue, server, shown } = await setUp();
  server.on(decisions, "unreachable");
  const outcome = await queue.deciding.decide("a", "approve");
  assert.equal(outcome?.kind, "failed");
  assert.equal(shown(), "a b");
  assert.equal(queue.list.find("a")?.problem, "failed");
});

test("live queue: somebody was quicker: it is asked how the comment now is", async () => {
  const { queue, server, shown, answers } = await setUp();
  answers("conflict");
  const now = { ...a, revision: 2, state: "spam", history: [] };
  server.on("GET /api/v1/desk/comments/a", { body: now });
  assert.equal((await queue.deciding.decide("a", "approve"))?.kind, "conflict");
  assert.equal(shown(), "b");
});

test("live queue: a comment that was edited meanwhile is back to be looked at again", async () => {
  const { queue, server, shown, answers } = await setUp();
  answers("conflict");
  const now = { ...a, revision: 2, text: "Edited", history: [] };
  server.on("GET /api/v1/desk/comments/a", { body: now });
  await queue.deciding.decide("a", "approve");
  assert.equal(shown(), "a b");
  assert.equal(queue.list.find("a")?.comment.text, "Edited");
});

test("live queue: news of a new comment waits to be shown", async () => {
  const { queue, shown, has, say } = await setUp();
  has([a, b, c]);
  say("2", "c", { to: "pending", by: "filters" });
  await clock.advance(2_000);
  assert.equal(shown(), "a b");
  assert.equal(queue.list.freshCount, 1);
  assert.equal((await queue.reveal())?.id, "c");
  assert.equal(shown(), "a b c");
});

test("live queue: what others decide leaves the list, and is told", async () => {
  const { queue, shown, departed, say } = await setUp();
  say("2", "a", { from: "pending", to: "published" });
  assert.equal(shown(), "b");
  assert.deepEqual(departed, ["a by Mira"]);
  assert.equal(queue.list.visible.length, 2);
  queue.sweep();
  assert.equal(queue.list.visible.length, 1);
});

test("live queue: the feed's news of one's own decision is no news", async () => {
  const { queue, departed, answers, say } = await setUp();
  answers("done");
  const deciding = queue.deciding.decide("a", "approve");
  say("2", "a", { from: "pending", to: "published", by: "Ada" });
  await deciding;
  assert.deepEqual(departed, []);
  assert.equal(queue.list.find("a"), undefined);
});

test("live queue: a story's state is told on its comments", async () => {
  const { queue, sockets, server } = await setUp();
  const story = { site: "courier", story: "ferry" };
  sockets.last.say({ id: "2", type: "story", ...story, state: "closed" });
  assert.equal(queue.list.find("a")?.comment.story.state, "closed");
  server.on("PATCH /api/v1/desk/stories/courier/ferry", { body: { story: { state: "open" } } });
  await queue.setStoryState("courier", "ferry", "open");
  assert.equal(queue.list.find("a")?.comment.story.state, "open");
});

test("live queue: another place begins anew; answers for the old one are not heard", async () => {
  const { queue, server, shown } = await setUp();
  server.on(list, ({ query }) => ({
    body: page([query.get("state") === "spam" ? { ...c, state: "spam" } : a]),
  }));
  queue.show(placeOf("?state=published"));
  queue.show(placeOf("?state=spam"));
  assert.equal(queue.phase, "loading");
  await clock.settle();
  assert.equal(shown(), "c");
});

test("live queue: the next page is fetched when few are left", async () => {
  const { queue, server, shown } = await setUp(page([a], { next: "two" }));
  server.on(list, ({ query }) => ({
    body: query.get("cursor") === "two" ? page([b]) : page([a], { next: "two" }),
  }));
  await queue.loadMore();
  assert.equal(shown(), "a b");
  assert.equal(queue.list.next, null);
});

test("live queue: a list that cannot be loaded is tried again", async () => {
  const { queue, server } = await setUp();
  server.on(list, "unreachable");
  queue.show(placeOf("?state=spam"));
  await clock.settle();
  assert.equal(queue.phase, "failed");
  assert(queue.error);
  server.on(list, { body: page([]) });
  await clock.advance(15_000);
  assert.equal(queue.phase, "ready");
  assert.equal(queue.error, undefined);
});

test("live queue: what is shown stays while the list cannot be brought up to date", async () => {
  const { queue, server, shown } = await setUp();
  server.on(list, problem(503, "temporarily_unavailable"));
  queue.wake();
  await clock.advance(2_000);
  assert.equal(queue.phase, "ready");
  assert(queue.error);
  assert.equal(shown(), "a b");
});

test("live queue: without a live feed the list is fetched now and then", async () => {
  const { queue, sockets, has, shown } = await setUp();
  for (let i = 0; i < 3; ++i) {
    sockets.last.breakOff();
    await clock.advance(3_000);
  }
  sockets.last.breakOff();
  has([b]);
  await clock.advance(16_000);
  assert.equal(shown(), "b");
  assert.notEqual(queue.feedState, "live");
});

test("live queue: a feed that breaks off asks whether the session still holds", async () => {
  const { sockets, server, signIn } = await setUp();
  server.on(session, problem(401, "not_signed_in"));
  sockets.last.breakOff();
  await clock.settle();
  assert.equal(signIn.phase, "expired");
});

test("live queue: stopped, nothing goes on; started again, it catches up", async () => {
  const { queue, sockets, server, has, shown } = await setUp();
  queue.stop();
  assert.equal(clock.pending, 0);
  const asked = server.requests.length;
  await clock.advance(600_000);
  queue.wake();
  assert.equal(server.requests.length, asked);
  has([b]);
  queue.start();
  await clock.advance(1_000);
  assert.match(sockets.last.url, /since=1$/);
  assert.equal(shown(), "b");
});

test("live queue: what readers report, and what is edited, is told at its place", async () => {
  const { queue, server, sockets, has, shown } = await setUp();
  const told = { site: "courier", story: "ferry" };
  const edited = { ...a, revision: 2, text: "Edited" };
  server.on("GET /api/v1/desk/comments/a", { body: { ...edited, history: [] } });
  sockets.last.say({ id: "2", type: "reported", comment: "b", ...told, open_reports: 2 });
  sockets.last.say({ id: "3", type: "edited", comment: "a", ...told, by: "Mira" });
  await clock.settle();
  assert.equal(queue.list.find("b")?.comment.open_reports, 2);
  assert.deepEqual(queue.list.find("a")?.comment, edited);
  const counts = { pending: 2, published: 0, rejected: 0, spam: 0, reported: 1 };
  has([edited, b], { counts });
  await clock.advance(2_000);
  assert.equal(queue.counts?.reported, 1);
  assert.equal(shown(), "a b");
});

test("live queue: without news, a live list is not asked for again", async () => {
  const { server } = await setUp();
  const asked = server.asked(list).length;
  await clock.advance(600_000);
  assert.equal(server.asked(list).length, asked);
});

test("live queue: who has a comment open is told, by events and by lists", async () => {
  const { queue, sockets, has } = await setUp();
  const claim = { type: "claim", comment: "a", site: "courier", story: "ferry", open: true };
  sockets.last.say({ ...claim, by: "Ada" });
  assert.equal(queue.claims.holderOf("a"), undefined);
  sockets.last.say({ ...claim, by: "Mira" });
  assert.equal(queue.claims.holderOf("a"), "Mira");
  has([{ ...a, claim: { by: "Mira" } }, { ...b, claim: { by: "Tom" } }]);
  queue.wake();
  await clock.advance(2_000);
  assert.equal(queue.claims.holderOf("b"), "Tom");
});
