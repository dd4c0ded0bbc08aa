import { isLater, LiveFeed, pauseBefore } from "./live-feed.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { Clock } from "../testing/clock.ts";
import { FakeSockets } from "../testing/fake-socket.ts";

type Event = { id?: string; type: string };

let clock: Clock;
beforeEach(() => (clock = new Clock().install()));
afterEach(() => clock.uninstall());

function makeFeed() {
  const sockets = new FakeSockets();
  const events: (string | undefined)[] = [];
  const gaps: string[] = [];
  const states: string[] = [];
  const feed = new LiveFeed<Event>({
    url: (since) => `wss://c.example/live?since=${since}`,
    onEvent: ({ id }) => events.push(id),
    onGap: (reason) => gaps.push(reason),
    onState: (state) => states.push(state),
    connect: sockets.connect,
    random: () => 1,
  });
  return { feed, sockets, events, gaps, states };
}

test("live feed: the first connection asks for the list once more", () => {
  const { feed, sockets, gaps, states } = makeFeed();
  feed.start();
  assert.equal(sockets.last.url, "wss://c.example/live?since=undefined");
  sockets.last.say({ type: "hello", id: "7" });
  assert.deepEqual(gaps, ["first"]);
  assert.deepEqual(states, ["connecting", "live"]);
});

test("live feed: a broken connection resumes behind the last event", async () => {
  const { feed, sockets, events, gaps } = makeFeed();
  feed.start();
  sockets.last.say({ type: "hello", id: "7" });
  sockets.last.say({ type: "published", id: "9" });
  sockets.last.breakOff();
  await clock.advance(1_000);
  assert.equal(sockets.last.url, "wss://c.example/live?since=9");
  sockets.last.say({ type: "hello", id: "12" });
  sockets.last.say({ type: "published", id: "11" });
  sockets.last.say({ type: "published", id: "12" });
  assert.deepEqual(events, ["9", "11", "12"]);
  assert.deepEqual(gaps, ["first"]);
});

test("live feed: breaking off between greeting and missed events loses none of them", async () => {
  const { feed, sockets } = makeFeed();
  feed.start();
  sockets.last.say({ type: "hello", id: "7" });
  sockets.last.breakOff();
  await clock.advance(1_000);
  sockets.last.say({ type: "hello", id: "9" });
  sockets.last.breakOff();
  await clock.advance(5_000);
  assert.equal(sockets.last.url, "wss://c.example/live?since=7");
});

test("live feed: an event is told once", () => {
  const { feed, sockets, events } = makeFeed();
  feed.start();
  sockets.last.say({ type: "hello", id: "9" });
  for (const id of ["9", "10", "10", "8"]) sockets.last.say({ type: "published", id });
  assert.deepEqual(events, ["10"]);
});

test("live feed: a resync takes up the server's place, even a lower one", () => {
  const { feed, sockets, events, gaps } = makeFeed();
  feed.start();
  sockets.last.say({ type: "hello", id: "900" });
  sockets.last.breakOff();
  feed.hurry();
  sockets.last.say({ type: "hello", id: "3" });
  sockets.last.say({ type: "resync" });
  sockets.last.say({ type: "published", id: "4" });
  assert.deepEqual(gaps, ["first", "resync"]);
  assert.deepEqual(events, ["4"]);
});

test("live feed: pauses grow, and a connection that holds makes them short", async () => {
  const { feed, sockets } = makeFeed();
  feed.start();
  const pauses = [1_000, 2_000, 4_000];
  for (const pause of pauses) {
    const before = sockets.all.length;
    sockets.last.breakOff();
    await clock.advance(pause - 1);
    assert.equal(sockets.all.length, before);
    await clock.advance(1);
    assert.equal(sockets.all.length, before + 1);
  }
  assert.equal(feed.failures, 3);
  sockets.last.say({ type: "hello", id: "1" });
  await clock.advance(5_000);
  assert.equal(feed.failures, 0);
});

test("live feed: a connection that never greets is given up", async () => {
  const { feed, sockets } = makeFeed();
  feed.start();
  const [silent] = sockets.all;
  await clock.advance(11_000);
  assert.equal(silent?.isClosed, true);
  assert.equal(sockets.all.length, 2);
});

test("live feed: stopped, it neither connects nor tells; started again, it resumes", async () => {
  const { feed, sockets, events, states } = makeFeed();
  feed.start();
  sockets.last.say({ type: "hello", id: "5" });
  const first = sockets.last;
  feed.stop();
  first.say({ type: "published", id: "6" });
  await clock.advance(120_000);
  assert.equal(sockets.all.length, 1);
  assert.equal(clock.pending, 0);
  feed.start();
  assert.equal(sockets.last.url, "wss://c.example/live?since=5");
  assert.deepEqual(events, []);
  assert.deepEqual(states, ["connecting", "live", "off", "connecting"]);
});

test("live feed: what is no message is passed over", () => {
  const { feed, sockets, events } = makeFeed();
  feed.start();
  sockets.last.say({ type: "hello", id: "1" });
  for (const noise of ["", "{", "null", "[]", '"x"', "{}"]) sockets.last.say(noise);
  sockets.last.say({ type: "published", id: "2" });
  assert.deepEqual(events, ["2"]);
});

test("live feed: where a socket cannot even be made, it goes on trying", async () => {
  let attempts = 0;
  const feed = new LiveFeed<Event>({
    url: () => "wss://c.example/live",
    onEvent: () => assert.fail(),
    onGap: () => assert.fail(),
    connect: () => {
      attempts += 1;
      throw new Error("SecurityError");
    },
    random: () => 0,
  });
  feed.start();
  await clock.advance(3_000);
  assert.equal(feed.state, "waiting");
  assert(attempts >= 3);
  feed.stop();
});

test("live feed: pauses double up to a minute, and a random half is waited", () => {
  assert.deepEqual(
    [0, 1, 2, 20].map((failures) => pauseBefore(failures, 1)),
    [1000, 2000, 4000, 60000],
  );
  assert.equal(pauseBefore(3, 0), 4_000);
});

test("live feed: ids are compared as numbers of any length", () => {
  assert(isLater("10", "9"));
  assert(isLater("99999999999999999999", "18446744073709551615"));
  assert(!isLater("9", "9"));
  assert(!isLater("9", "10"));
});

test("live feed: what is of the moment has no id, and moves no place", async () => {
  const { feed, sockets, events } = makeFeed();
  feed.start();
  sockets.last.say({ type: "hello", id: "7" });
  sockets.last.say({ type: "claim" });
  assert.deepEqual(events, [undefined]);
  sockets.last.breakOff();
  await clock.advance(1_000);
  assert.equal(sockets.last.url, "wss://c.example/live?since=7");
});
