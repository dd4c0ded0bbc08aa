import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

test("desk navigation: real links, the current one is named", async () => {
  await page.work([]);
  const first = page.find<HTMLAnchorElement>(".pages a");
  assert.equal(first.getAttribute("href"), "/desk/");
  assert.equal(page.textOf(".pages [aria-current=page]"), "Queue");
  assert(page.texts(".pages a").includes("Rules"));
  assert.equal(page.find(".pages a[href='/desk/?page=rules']").getAttribute("aria-keyshortcuts"),
    "g r");
});

test("desk navigation: the menu opens and closes, by Escape too", async () => {
  await page.work([]);
  const button = page.find(".pages button");
  button.focus();
  await page.press(".pages button");
  assert.equal(button.getAttribute("aria-expanded"), "true");
  page.find<HTMLElement>(".pages a").focus();
  await page.key("Escape");
  assert.equal(button.getAttribute("aria-expanded"), "false");
  assert.equal(document.activeElement, button);
  await page.press(".pages button");
  await page.press(".pages a[href='/desk/?page=rules']");
  assert.equal(page.find(".pages button").getAttribute("aria-expanded"), "false");
  assert.equal(page.textOf(".pages [aria-current=page]"), "Rules");
});
