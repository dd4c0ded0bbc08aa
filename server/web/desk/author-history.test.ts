import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { sampleAuthor, sampleDeskComment as comment } from "../testing/sample-desk.ts";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

const author = "GET /api/v1/desk/authors/p-a";

test("author history: published, pending and what was not wanted, in all and lately", async () => {
  page.server.on(author, { body: sampleAuthor() });
  await page.work([comment("a")]);
  await page.key("h");
  assert.deepEqual(page.texts(".bars dd"), [
    "10 published, 1 pending, 4 rejected or spam",
    "2 published, 1 pending, 0 rejected or spam",
  ]);
  const widths = [...document.querySelectorAll(".bars div:first-child rect")].map((rect) =>
    Math.round(Number(rect.getAttribute("width"))),
  );
  assert.deepEqual(widths, [67, 7, 27]);
});

test("author history: without comments there is no bar", async () => {
  const none = { published: 0, pending: 0, rejected: 0, spam: 0 };
  page.server.on(author, { body: sampleAuthor({ counts: { all: none, month: none } }) });
  await page.work([comment("a")]);
  await page.key("h");
  assert.deepEqual(page.texts(".bars dd"), ["No comments", "No comments"]);
  assert.equal(page.count(".bars svg"), 0);
});
