import { OwnClaim } from "./own-claim.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { Clock } from "../testing/clock.ts";

let clock: Clock;
beforeEach(() => (clock = new Clock().install()));
afterEach(() => clock.uninstall());

function setUp({ mine = true } = {}) {
  const sent: string[] = [];
  const others: string[] = [];
  const state = { isVisible: true, isReachable: true };
  const own = new OwnClaim({
    claim: async (id) => {
      sent.push(`+${id}`);
      if (!state.isReachable) throw new Error("unreachable");
      return { comment: id, by: mine ? "Ada" : "Mira", mine };
    },
    release: async (id) => void sent.push(`-${id}`),
    isVisible: () => state.isVisible,
    onOther: (id, by) => others.push(`${id} ${by}`),
  });
  return { own, sent, others, state };
}

test("own claim: what is passed by is not claimed; where one stays is, till one goes", async () => {
  const { own, sent } = setUp();
  for (const id of ["a", "b", "c"]) {
    own.attend(id, 1_500);
    await clock.advance(200);
  }
  await clock.advance(1_500);
  assert.deepEqual(sent, ["+c"]);
  own.attend("d", 1_500);
  assert.deepEqual(sent, ["+c", "-c"]);
  own.attend(undefined, 0);
  await clock.advance(60_000);
  assert.deepEqual(sent, ["+c", "-c"]);
  assert.equal(clock.pending, 0);
});

test("own claim: it is renewed while one stays and the page is looked at", async () => {
  const { own, sent, state } = setUp();
  own.attend("a", 0);
  own.attend("a", 1_500);
  await clock.advance(25_000);
  assert.deepEqual(sent, ["+a", "+a"]);
  state.isVisible = false;
  await clock.advance(50_000);
  assert.equal(sent.length, 2);
  state.isVisible = true;
  await clock.advance(25_000);
  assert.equal(sent.length, 3);
});

test("own claim: a page that goes away gives it back, and claims it on its return", async () => {
  const { own, sent } = setUp();
  own.suspend();
  own.attend("a", 0);
  await clock.settle();
  own.suspend();
  own.suspend();
  assert.deepEqual(sent, ["+a", "-a"]);
  await clock.advance(25_000);
  assert.deepEqual(sent, ["+a", "-a", "+a"]);
  own.attend(undefined, 0);
  assert.deepEqual(sent, ["+a", "-a", "+a", "-a"]);
});

test("own claim: to open it claims it at once, even while one was only staying", async () => {
  const { own, sent } = setUp();
  own.attend("a", 1_500);
  own.attend("a", 0);
  await clock.advance(2_000);
  assert.deepEqual(sent, ["+a"]);
});

test("own claim: what somebody else has is told, and not given back", async () => {
  const { own, sent, others } = setUp({ mine: false });
  own.attend("a", 0);
  await clock.settle();
  own.attend("b", 1_500);
  assert.deepEqual(others, ["a Mira"]);
  assert.deepEqual(sent, ["+a"]);
});

test("own claim: left before the answer came, it is given back; failing is no matter", async () => {
  const { own, sent, state } = setUp();
  own.attend("a", 0);
  own.attend("b", 1_500);
  await clock.settle();
  assert.deepEqual(sent, ["+a", "-a"]);
  state.isReachable = false;
  await clock.advance(1_500);
  own.attend(undefined, 0);
  assert.deepEqual(sent, ["+a", "-a", "+b"]);
});
