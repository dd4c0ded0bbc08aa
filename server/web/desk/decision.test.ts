import { isPossible } from "./decision.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

test("decision: anything but what already is so", () => {
  assert(isPossible("approve", "pending"));
  assert(isPossible("approve", "spam"));
  assert(isPossible("spam", "published"));
  assert(!isPossible("approve", "published"));
  assert(!isPossible("reject", "rejected"));
  assert(!isPossible("spam", "spam"));
});

test("decision: withdrawn and erased comments are beyond it", () => {
  assert(!isPossible("approve", "withdrawn"));
  assert(!isPossible("reject", "erased"));
});
