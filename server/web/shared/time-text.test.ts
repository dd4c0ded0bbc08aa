import { absoluteTime, relativeTime, shortTime } from "./time-text.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

const now = new Date(2026, 9, 12, 12, 0, 0);
const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

function ago(ms: number): string | undefined {
  return relativeTime(new Date(now.getTime() - ms), now, "en-GB");
}

test("time text: says how long ago it was, rounded down", () => {
  assert.equal(ago(59 * second), undefined);
  assert.equal(ago(minute), "1 minute ago");
  assert.equal(ago(59 * minute + 59 * second), "59 minutes ago");
  assert.equal(ago(hour), "1 hour ago");
  assert.equal(ago(23 * hour + 59 * minute), "23 hours ago");
  assert.equal(ago(day), "yesterday");
  assert.equal(ago(6 * day), "6 days ago");
});

test("time text: after a week it is a date, with the year when that is another", () => {
  assert.equal(ago(8 * day), "4 October");
  assert.equal(ago(400 * day), "7 September 2025");
});

test("time text: a clock that is behind makes no comment come from the future", () => {
  assert.equal(ago(-5 * minute), undefined);
});

test("time text: the absolute time has date and hour", () => {
  const text = absoluteTime(new Date(2026, 9, 12, 18, 5), "en-GB");
  assert.match(text, /Monday.* 12 October 2026.* 18:05/);
});

test("time text: short, for lists", () => {
  const text = shortTime(new Date(2026, 9, 12, 9, 5), "en");
  assert.match(text, /^Oct 12, 2026, 9:05\sAM$/);
});
