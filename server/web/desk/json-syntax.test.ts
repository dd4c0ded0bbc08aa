import { lineOfSyntaxError } from "./json-syntax.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

const good = ['{"a": [1, -2.5e3, {}, [], true, null, "\\u00e9\\""]}', " 1 ", '""', "[[]]"];

test("json syntax: what browsers take for JSON has no such line", () => {
  for (const text of good) {
    JSON.parse(text);
    assert.equal(lineOfSyntaxError(text), undefined, text);
  }
});

test("json syntax: the line where it stops, whatever is wrong there", () => {
  const broken: [string, number][] = [
    ['{\n"a": 1,\n}', 3],
    ['{\n"a": \n}', 3],
    ['{\n"a"\n}', 3],
    ['{"a": 1}\nmore', 2],
    ["[\n1\n2]", 3],
    ["[\n1,\n\n", 2],
    ["[\n01]", 2],
    ['[\n"a\nb"]', 2],
    ["", 1],
    ["// a comment\n{}", 1],
    ["[\ntrue,\nTrue]", 3],
  ];
  for (const [text, line] of broken) {
    assert.throws(() => JSON.parse(text), SyntaxError);
    assert.equal(lineOfSyntaxError(text), line, text);
  }
});
