import { lineOfPath, lineOfSyntaxError } from "./json-lines.ts";

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
  assert.equal(lineOfPath(text, "policy.weights.flood"), 16);
});

test("json lines: what is not said leads to what is said of it", () => {
  assert.equal(lineOfPath(text, "policy.thresholds.hold"), 15);
  assert.equal(lineOfPath(text, "pre"), 1);
  assert.equal(lineOfPath("", "preset"), 1);
});

test("json lines: every browser's complaint leads to a line", () => {
  const broken = '{\n  "a": 1,\n}';
  let message = "";
  try {
    JSON.parse(broken);
  } catch (error) {
    message = String(error);
  }
  assert.equal(lineOfSyntaxError(broken, message), 3);
  assert.equal(lineOfSyntaxError(broken, "expected property name at line 3 column 1"), 3);
  assert.equal(lineOfSyntaxError("{\n\n", "Unexpected end of JSON input"), 1);
  assert.equal(lineOfSyntaxError(broken, "no idea"), undefined);
});
