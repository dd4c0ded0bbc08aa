import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { sampleDeskComment as comment } from "../testing/sample-desk.ts";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

test("state tabs: each has its count, and one is chosen", async () => {
  await page.work([comment("a", 1)]);
  assert.deepEqual(page.texts("[role=tab]"), ["Pending 1", "Published 0", "Rejected 0", "Spam 0"]);
  assert.equal(page.textOf("[aria-selected=true]"), "Pending 1");
  assert.equal(page.find("[role=tabpanel]").getAttribute("aria-labelledby"), "tab-pending");
});

test("state tabs: a click leads to another state, and the address with it", async () => {
  await page.work([comment("a", 1)]);
  await page.press("#tab-rejected");
  assert.equal(location.search, "?state=rejected");
  const { query } = page.server.asked("GET /api/v1/desk/comments").pop() ?? {};
  assert.equal(query?.get("state"), "rejected");
  assert.equal(page.textOf("[aria-selected=true]"), "Rejected 0");
});

test("state tabs: the arrows lead round, Home and End to the ends", async () => {
  await page.work([]);
  page.find("#tab-pending").focus();
  await page.key("ArrowLeft");
  assert.equal(document.activeElement?.id, "tab-spam");
  assert.equal(location.search, "?state=spam");
  await page.key("ArrowRight");
  await page.key("ArrowRight");
  assert.equal(document.activeElement?.id, "tab-published");
  await page.key("Home");
  assert.equal(location.search, "");
  await page.key("End");
  assert.equal(document.activeElement?.getAttribute("tabindex"), "0");
});
