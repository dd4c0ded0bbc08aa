import "../testing/browser.ts";

import { textFilter } from "./text-filter.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

import { render } from "lit";

function show(value: string) {
  const heard: string[] = [];
  const place = document.createElement("div");
  const onValue = (written: string) => heard.push(written);
  render(textFilter({ name: "text", label: "Search", hint: "Words", value, onValue }), place);
  const field = place.querySelector("input") as HTMLInputElement;
  return { heard, field };
}

test("text filter: counts when it is left, or Enter is pressed, and only if it is new", () => {
  const { heard, field } = show("ferry");
  assert.equal(field.value, "ferry");
  field.dispatchEvent(new Event("change"));
  field.value = " tolls ";
  field.dispatchEvent(new KeyboardEvent("keydown", { key: "o" }));
  assert.deepEqual(heard, []);
  field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter" }));
  assert.deepEqual(heard, ["tolls"]);
});

test("text filter: emptied, it is none", () => {
  const { heard, field } = show("ferry");
  field.value = "";
  field.dispatchEvent(new Event("change"));
  assert.deepEqual(heard, [""]);
});
