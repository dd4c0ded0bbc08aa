import { Seen } from "./known.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

import { sampleDeskComment as comment } from "../testing/sample-desk.ts";

test("known: sites, stories and authors of what was seen, by their names", () => {
  const seen = new Seen();
  seen.learn(comment("a"));
  seen.learn(comment("b", 1, { site: "herald" }));
  const { sites, stories, authors } = seen.known;
  assert.deepEqual([...sites], ["courier", "herald"]);
  assert.deepEqual([...stories], [["ferry", "The ferry"]]);
  assert.equal(authors.get("p-b"), "Author of b");
  assert.notEqual(seen.known, seen.known);
});
