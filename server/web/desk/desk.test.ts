import "../testing/browser.ts";

import "./desk.ts";

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const page = readFileSync("desk/index.html", "utf8");

test("desk: the script defines the element that the page consists of", () => {
  assert(customElements.get("rejoinder-desk"));
  assert.match(page, /<rejoinder-desk><\/rejoinder-desk>/);
});

test("desk: the page has nothing inline, which its policy would refuse", () => {
  assert.doesNotMatch(page, /<style|style=|<script(?![^>]*src=)|\son\w+=|data:/);
});
