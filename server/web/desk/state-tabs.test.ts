import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { sampleDeskComment as comment } from "../testing/sample-desk.ts";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

test("state tabs: each has its count, and one is chosen", async () => {
  await page.work([comment("a", 1)]);
  const expected = ["Pending 1", "Published 0", "Rejected 0", "Spam 0", "Reported 0", "All"];
  assert.deepEqual(page.texts("[role=tab]"), expected);
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
  assert.equal(document.activeElement?.id, "tab-all");
  assert.equal(location.search, "?state=all");
  await page.key("ArrowRight");
  await page.key("ArrowRight");
  assert.equal(document.activeElement?.id, "tab-published");
  await page.key("Home");
  assert.equal(location.search, "");
  await page.key("End");
  assert.equal(document.activeElement?.getAttribute("tabindex"), "0");
});

test("state tabs: what was reported is asked for as that, and counted", async () => {
  await page.work([]);
  const counts = { pending: 0, published: 9, rejected: 0, spam: 0, reported: 2 };
  page.has([comment("a", 1, { state: "published", open_reports: 2 })], { counts });
  await page.key("5");
  const { query } = page.server.asked("GET /api/v1/desk/comments").pop() ?? {};
  assert.equal(String(query), "reported=1&sort=reports&limit=50");
  assert.equal(page.textOf("[aria-selected=true]"), "Reported 2");
  assert.equal(page.textOf(".unseen[role=status]"), "Reported: 2");
});

test("state tabs: where comments of every state are, each tells its own", async () => {
  history.replaceState(null, "", "/desk/?state=all&author=p1");
  await page.work([comment("a", 1)]);
  assert.equal(page.textOf("[aria-selected=true]"), "All");
  assert.equal(page.textOf(".marks .state"), "Pending");
});
