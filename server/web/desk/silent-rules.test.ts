import { silentIn, withSay } from "./silent-rules.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

const rules = {
  filters: { words: { lists: [{ file: "a" }, { file: "b", silent: true }] } },
  policy: {
    silent: { shouting: true, flood: false },
    overrides: [{ name: "sport", silent: { flood: true } }, { silent: { new_author: true } }],
  },
};

test("silent rules: reasons, lists and overrides that only try something", () => {
  assert.deepEqual(silentIn({ rules }), {
    reasons: ["shouting"],
    lists: ["b"],
    overrides: [
      { name: "sport", reason: "flood" },
      { name: "2", reason: "new_author" },
    ],
  });
  assert.deepEqual(silentIn({ rules: {} }), { reasons: [], lists: [], overrides: [] });
});

test("silent rules: with a say nothing is silent, and nothing else is changed", () => {
  assert.deepEqual(silentIn({ rules: withSay(rules) }), { reasons: [], lists: [], overrides: [] });
  assert.deepEqual(withSay(rules)["filters"], { words: { lists: [{ file: "a" }, { file: "b" }] } });
  assert.deepEqual(withSay({ preset: "strict" }), { preset: "strict" });
});
