import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { sampleDeskComment as comment } from "../testing/sample-desk.ts";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

const three = [comment("a", 1), comment("b", 2), comment("c", 3)];

test("work: the search is reached from focus mode, which is left", async () => {
  page.server.on("GET /api/v1/desk/comments/a", { body: { ...three[0], history: [] } });
  await page.work(three);
  await page.key("f");
  await page.key("/");
  assert.equal(document.activeElement, page.find('[data-filter="text"]'));
  assert.deepEqual(page.cards, ["a", "b", "c"]);
});

test("work: Escape folds what is open before it gives the selection up", async () => {
  page.server.on("GET /api/v1/desk/comments/a", { body: { ...three[0], history: [] } });
  await page.work(three);
  await page.key("x");
  await page.key("e");
  await page.key("Escape");
  assert.equal(page.count(".details"), 0);
  assert.equal(page.textOf(".selected"), "1 selected");
  await page.key("Escape");
  assert.equal(page.textOf(".selected"), "");
});

test("work: another tab begins with nothing selected", async () => {
  await page.work(three);
  await page.key("x");
  await page.key("4");
  await page.key("1");
  assert.equal(page.textOf(".selected"), "");
});

test("work: where nothing is listed, keys do nothing", async () => {
  await page.work([]);
  for (const key of ["x", "h", "e", "t", "a", "u", "f", "f", "j"]) await page.key(key);
  assert.deepEqual(page.decisions, []);
  assert.equal(page.count("[role=dialog]"), 0);
});

test("work: who wants it begins in focus mode", async () => {
  page.server.on("GET /api/v1/desk/comments/a", { body: { ...three[0], history: [] } });
  const settings = { focus_mode: true };
  await page.work(three, { settings });
  assert.equal(page.count(".focus-view"), 1);
  assert.deepEqual(page.cards, ["a"]);
  localStorage.clear();
});
