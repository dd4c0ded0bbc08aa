import { canonical, valueAt, withValueAt } from "./json-path.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

const tree = { policy: { weights: { flood: 5 } }, lists: [{ file: "a" }, { file: "b" }], odd: 1 };

test("json path: finds what is there", () => {
  assert.equal(valueAt(tree, ["policy", "weights", "flood"]), 5);
  assert.equal(valueAt(tree, ["lists", 1, "file"]), "b");
  for (const path of [["policy", "toString"], ["odd", "x"], ["lists", 7], ["no", "where"]])
    assert.equal(valueAt(tree, path), undefined);
});

test("json path: sets, and leaves everything else and the original as they were", () => {
  const more = withValueAt(tree, ["policy", "weights", "shouting"], 2);
  assert.deepEqual(more["policy"], { weights: { flood: 5, shouting: 2 } });
  assert.equal(more["odd"], 1);
  assert.deepEqual(tree.policy, { weights: { flood: 5 } });
  assert.deepEqual(withValueAt({}, ["a", "b"], true), { a: { b: true } });
  const { lists } = withValueAt(tree, ["lists", 0, "silent"], true);
  assert.deepEqual(lists, [{ file: "a", silent: true }, { file: "b" }]);
  assert.deepEqual(Object.keys(withValueAt(tree, ["policy"], {})), ["policy", "lists", "odd"]);
});

test("json path: takes away, with what is empty by that", () => {
  assert.deepEqual(Object.keys(withValueAt(tree, ["policy", "weights", "flood"], undefined)), [
    "lists",
    "odd",
  ]);
  assert.deepEqual(withValueAt(tree, ["lists", 0], undefined)["lists"], [{ file: "b" }]);
  assert.deepEqual(withValueAt({ a: 1 }, ["a"], undefined), {});
});

test("json path: what says the same is the same", () => {
  const [one, other] = [{ a: 1, b: { d: 1, c: [2] } }, { b: { c: [2], d: 1 }, a: 1 }];
  assert.equal(canonical(one), canonical(other));
  assert.notEqual(canonical([1, 2]), canonical([2, 1]));
});
