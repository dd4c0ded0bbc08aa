import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { sampleDeskComment as comment } from "../testing/sample-desk.ts";
import { keys } from "./hotkeys.ts";
import { pagesFor } from "./pages.ts";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

test("hotkey help: names every key, and takes the focus", async () => {
  await page.work([comment("a", 1)]);
  await page.key("?");
  const named = page.texts(".help kbd");
  const expected = Object.keys(keys).map((key) => (key === "Escape" ? "Esc" : key));
  const toPages = pagesFor({ id: "1", name: "Ada", role: "moderator" });
  const ways = toPages.flatMap(({ key }) => ["g", key]);
  // "r" and "x" are there with Shift, too.
  const shifted = ["Shift", "r", "Shift", "x"];
  assert.deepEqual(named.sort(), [...expected, ...shifted, ...ways].sort());
  assert.equal(document.activeElement, page.find("[role=dialog]"));
  assert(page.find(".desk").hasAttribute("inert"));
});

test("hotkey help: keys decide nothing behind it; Escape gives the focus back", async () => {
  await page.work([comment("a", 1)]);
  await page.key("j");
  await page.key("?");
  await page.key("a");
  assert.deepEqual(page.decisions, []);
  await page.key("Escape");
  assert.equal(document.querySelectorAll(".help").length, 0);
  assert.equal(document.activeElement, page.find("article"));
});

test("hotkey help: a click beside it closes it, one inside does not", async () => {
  await page.work([]);
  await page.press(".keys");
  await page.press(".help h2");
  await page.press(".veil");
  assert.equal(document.querySelectorAll(".help").length, 0);
});
