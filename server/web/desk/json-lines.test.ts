import { lineAt, lineOfPath } from "./json-lines.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

const text = `{
  "preset": "a \\"quoted\\" one",
  "filters": {
    "words": {
      "lists": [
        {"file": "a.txt"},
        {
          "file": "b.txt",
          "reason": "x"
        }
      ]
    }
  },
  "policy": {"weights": {
    "flood": -1
  }}
}`;

test("json lines: a path leads to its line, also into lists", () => {
  assert.equal(lineOfPath(text, "preset"), 2);
  assert.equal(lineOfPath(text, "filters.words.lists.0"), 6);
  assert.equal(lineOfPath(text, "filters.words.lists.1"), 7);
  assert.equal(lineOfPath(text, "filters.words.lists.1.reason"), 9);
  assert.equal(lineOfPath(text, "policy.weights.flood"), 15);
});

test("json lines: what is not said leads to what is said of it", () => {
  assert.equal(lineOfPath(text, "policy.thresholds.hold"), 14);
  assert.equal(lineOfPath(text, "pre"), 1);
  assert.equal(lineOfPath("", "preset"), 1);
});

test("json lines: lines are counted from one", () => {
  assert.deepEqual([lineAt("a\nb", 0), lineAt("a\nb", 2), lineAt("a\n", 2)], [1, 2, 2]);
});
