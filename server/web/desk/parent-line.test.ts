import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { sampleDeskComment as comment } from "../testing/sample-desk.ts";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

const parent_comment = { id: "x", author: { name: "Tom" }, text: "Why?", state: "spam" } as const;
const reply = comment("a", 1, { parent: "x", parent_comment });

test("parent line: what is replied to is folded, and open with the details", async () => {
  page.server.on("GET /api/v1/desk/comments/a", { body: { ...reply, history: [] } });
  await page.work([reply]);
  assert.equal(page.textOf(".parent summary"), "In reply to Tom: Why?");
  assert.equal(page.textOf(".parent blockquote"), "Why?");
  assert.equal(page.textOf(".parent .muted"), "Spam");
  assert(!page.find(".parent").hasAttribute("open"));
  await page.key("e");
  assert(page.find(".parent").hasAttribute("open"));
});

test("parent line: of what is gone, only that is told", async () => {
  await page.work([comment("a", 1, { parent: "x" }), comment("b", 2)]);
  assert.deepEqual(page.texts(".content > .muted:not(.findings)"), ["In reply to another comment"]);
});
