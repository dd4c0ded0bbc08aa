import "../testing/browser.ts";

import { tabList } from "./tab-list.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { render } from "lit";

type Name = "a" | "b" | "c";
let current: Name;
beforeEach(() => show("a"));
afterEach(() => (document.documentElement.dir = ""));

function show(name: Name): void {
  current = name;
  const tabs = (["a", "b", "c"] as const).map((one) => ({ name: one, text: `Tab ${one}` }));
  const needs = { label: "Parts", panel: "part", tabs, current, onChoose: show };
  render(tabList<Name>(needs), document.body);
}

function press(key: string): void {
  const list = document.querySelector("[role=tablist]");
  list?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
}

test("tab list: the chosen tab is the one on the way, and names its panel", () => {
  const way = document.querySelectorAll("[role=tab][tabindex='0']");
  assert.equal(way.length, 1);
  assert.equal(way[0]?.getAttribute("aria-controls"), "part-a");
  assert.equal(way[0]?.getAttribute("aria-selected"), "true");
});

test("tab list: arrows lead around, Home and End to the ends, with the focus", () => {
  press("ArrowRight");
  assert.equal(current, "b");
  assert.equal(document.activeElement?.id, "part-tab-b");
  press("End");
  press("ArrowRight");
  assert.equal(current, "a");
  press("x");
  assert.equal(current, "a");
});

test("tab list: where one writes from right to left, so do the arrows", () => {
  document.documentElement.dir = "rtl";
  press("ArrowLeft");
  assert.equal(current, "b");
});
