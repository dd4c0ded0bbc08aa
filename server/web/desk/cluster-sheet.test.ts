import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { sampleDeskComment as comment } from "../testing/sample-desk.ts";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

const cluster = { id: "7", waiting: 2 };
const two = [comment("a", 1, { cluster }), comment("b", 2, { cluster })];

test("cluster sheet: c, a key, Enter: one decision on all of them, taken back as one", async () => {
  await page.work(two);
  await page.key("c");
  assert.equal(page.textOf("[role=dialog] h2"), "2 comments of much the same text");
  assert.equal(page.textOf("[role=dialog] blockquote"), "Text of a");
  await page.key("s");
  const { query } = page.server.asked("GET /api/v1/desk/comments").pop() ?? {};
  assert.equal(query?.get("cluster"), "7");
  assert.equal(query?.get("state"), "pending");
  assert.equal(document.activeElement, page.find("[data-confirm]"));
  page.has([]);
  await page.press("[data-confirm]");
  assert.equal(page.decisions.length, 2);
  assert.match(page.textOf(".notices"), /2 comments marked as spam\./);
  page.takesBack(two);
  await page.key("u");
  assert.deepEqual(page.undos, ["undo-1"]);
  assert.deepEqual(page.cards, ["a", "b"]);
});

test("cluster sheet: they may be listed, and the filter taken away", async () => {
  await page.work(two);
  await page.key("c");
  await page.press("[data-list]");
  assert.equal(page.count("[role=dialog]"), 0);
  assert.equal(location.search, "?cluster=7");
  assert.match(page.textOf(".chip"), /Much the same text/);
  await page.press("[data-filter=cluster]");
  assert.equal(location.search, "");
});

test("cluster sheet: where there are no others, the key does nothing", async () => {
  await page.work([comment("a", 1)]);
  await page.key("c");
  assert.equal(page.count("[role=dialog]"), 0);
});
