import { asListed } from "./as-listed.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

import { sampleDeskComment as comment } from "../testing/sample-desk.ts";

test("as listed: what only one comment's own answer has is left out", () => {
  const a = comment("a", 1, { open_reports: 2 });
  const full = { ...a, history: [], reports: [], for_author: [], revisions: [], filters: [] };
  assert.deepEqual(asListed(full), a);
});
