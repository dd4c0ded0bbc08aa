import {
  datesOf,
  daysIn,
  isPossible,
  mayBeByHour,
  statisticsFilterOf,
  zoneText,
} from "./statistics-choice.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

const now = new Date(2026, 2, 2, 15, 30);

test("statistics choice: the last days include today", () => {
  assert.deepEqual(datesOf(7, now), { since: "2026-02-24", until: "2026-03-02" });
  assert.equal(daysIn(datesOf(30, now)), 30);
});

test("statistics choice: the server's end is not included, ours is", () => {
  const span = { since: "2026-02-27", until: "2026-02-28" };
  const filter = statisticsFilterOf({ span, by: "day", site: "courier" }, now);
  const { zone, ...others } = filter;
  assert.deepEqual(others, {
    ...{ since: "2026-02-27", until: "2026-03-01", by: "day", site: "courier" },
  });
  assert.match(zone, /^[+-]\d\d:\d\d$/);
});

test("statistics choice: hours are for a month at most", () => {
  assert(mayBeByHour(30, now));
  assert(!mayBeByHour(90, now));
  assert.equal(statisticsFilterOf({ span: 90, by: "hour" }, now).by, "day");
  assert.equal(statisticsFilterOf({ span: 7, by: "hour" }, now).by, "hour");
});

test("statistics choice: a span goes forward, for a year at most", () => {
  assert(isPossible({ since: "2026-01-01", until: "2026-01-01" }));
  assert(!isPossible({ since: "2026-01-02", until: "2026-01-01" }));
  assert(!isPossible({ since: "2024-01-01", until: "2026-01-01" }));
  assert(!isPossible({ since: "", until: "2026-01-01" }));
});

test("statistics choice: zones on both sides of Greenwich", () => {
  assert.deepEqual([60, -210, 0, 345].map(zoneText), ["+01:00", "-03:30", "+00:00", "+05:45"]);
});
