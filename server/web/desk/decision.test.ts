import { isKeeping, isPossible } from "./decision.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

test("decision: anything but what already is so", () => {
  assert(isPossible("approve", { state: "pending" }));
  assert(isPossible("approve", { state: "spam" }));
  assert(isPossible("spam", { state: "published" }));
  assert(!isPossible("approve", { state: "published" }));
  assert(!isPossible("reject", { state: "rejected" }));
  assert(!isPossible("spam", { state: "spam" }));
});

test("decision: withdrawn and erased comments are beyond it", () => {
  assert(!isPossible("approve", { state: "withdrawn" }));
  assert(!isPossible("reject", { state: "erased" }));
});

test("decision: what was published and reported may be kept", () => {
  assert(isPossible("approve", { state: "published", open_reports: 1 }));
  assert(!isPossible("approve", { state: "published", open_reports: 0 }));
  assert(isKeeping("approve", { state: "published", open_reports: 1 }));
  assert(!isKeeping("approve", { state: "pending", open_reports: 1 }));
  assert(!isKeeping("reject", { state: "published", open_reports: 1 }));
});
