import { Selection } from "./selection.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

const order = ["a", "b", "c", "d"];
const chosen = (selection: Selection) => order.filter((id) => selection.has(id)).join("");

test("selection: one is chosen, and not any more", () => {
  const selection = new Selection();
  selection.toggle("b");
  assert.equal(chosen(selection), "b");
  selection.toggle("b");
  assert.equal(selection.size, 0);
});

test("selection: a range goes from the last one, either way", () => {
  const selection = new Selection();
  selection.toggle("c");
  selection.extendTo("a", order);
  assert.equal(chosen(selection), "abc");
  selection.extendTo("d", order);
  assert.equal(chosen(selection), "abcd");
});

test("selection: a range without a beginning is one; of what is not listed, none", () => {
  const selection = new Selection();
  selection.extendTo("x", order);
  assert.equal(selection.size, 0);
  selection.extendTo("b", order);
  assert.equal(chosen(selection), "b");
});

test("selection: what has left the list is not chosen any more", () => {
  const selection = new Selection();
  selection.add(order);
  selection.keepOnly(new Set(["b", "x"]));
  assert.equal(chosen(selection), "b");
  selection.clear();
  assert.equal(selection.size, 0);
});
