import { Pace } from "./pace.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

const count = (name: string) => performance.getEntriesByName(`rejoinder:${name}`).length;

test("pace: a decision, and when the next comment is there, are marked once each", () => {
  const pace = new Pace();
  pace.ready();
  pace.decided();
  pace.ready();
  pace.ready();
  assert.equal(count("decided"), 1);
  assert.equal(count("ready"), 1);
});

test("pace: marks do not pile up", () => {
  const pace = new Pace();
  for (let i = 0; i < 2_500; ++i) pace.decided();
  assert.equal(count("decided"), 500);
});
