import { isBefore } from "./review-order.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

import { sampleDeskComment as comment } from "../testing/sample-desk.ts";

const [a, b] = [comment("a", 1), comment("b", 2)];

test("review order: by age, either way, and by id where that is the same", () => {
  assert(isBefore(a, b, "oldest"));
  assert(isBefore(b, a, "newest"));
  assert(isBefore(a, { ...b, created_at: a.created_at }, "oldest"));
  assert(!isBefore(a, a, "oldest"));
});

test("review order: most reported first, and of those who waits longest", () => {
  assert(isBefore({ ...b, open_reports: 2 }, { ...a, open_reports: 1 }, "reports"));
  assert(isBefore({ ...b, open_reports: 1 }, a, "reports"));
  assert(isBefore(a, b, "reports"));
});

test("review order: the highest score is the most urgent, and of those who waits longest", () => {
  assert(isBefore({ ...b, score: 9 }, { ...a, score: 3 }, "urgent"));
  assert(isBefore(a, b, "urgent"));
});
