import { Refresher } from "./refresher.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { Clock } from "../testing/clock.ts";

let clock: Clock;
beforeEach(() => (clock = new Clock().install()));
afterEach(() => clock.uninstall());

test("refresher: what happens together is asked for once", async () => {
  let times = 0;
  const refresher = new Refresher(async () => void ++times);
  for (let i = 0; i < 5; ++i) refresher.want();
  await clock.advance(5_000);
  assert.equal(times, 1);
});

test("refresher: steady news are asked for with a pause in between", async () => {
  let times = 0;
  const refresher = new Refresher(async () => void ++times);
  for (let i = 0; i < 100; ++i) {
    refresher.want();
    await clock.advance(10);
  }
  assert.equal(times, 2);
});

test("refresher: never twice at once; news meanwhile is asked for afterwards", async () => {
  const ends: (() => void)[] = [];
  const refresher = new Refresher(() => new Promise((done) => ends.push(done)));
  refresher.want();
  await clock.advance(1_000);
  refresher.want();
  await clock.advance(1_000);
  assert.equal(ends.length, 1);
  ends[0]?.();
  await clock.advance(1_000);
  assert.equal(ends.length, 2);
});

test("refresher: stopped, it forgets what was wanted", async () => {
  let times = 0;
  const refresher = new Refresher(async () => void ++times);
  refresher.want();
  refresher.stop();
  await clock.advance(5_000);
  assert.equal(times, 0);
});
