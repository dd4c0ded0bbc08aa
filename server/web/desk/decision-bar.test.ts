import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { sampleDeskComment as comment } from "../testing/sample-desk.ts";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

test("decision bar: offers what may be decided", async () => {
  await page.work([comment("a", 1), comment("b", 2, { state: "spam" })]);
  assert.deepEqual(page.texts('[data-comment-id="a"] [data-action]'), [
    "Approve a",
    "Reject r",
    "Spam s",
  ]);
  assert.deepEqual(page.texts('[data-comment-id="b"] [data-action]'), ["Approve a", "Reject r"]);
});

test("decision bar: a button decides on its comment, and the next one is chosen", async () => {
  await page.work([comment("a", 1), comment("b", 2)]);
  page.has([comment("a", 1)]);
  await page.press('[data-comment-id="b"] [data-action="spam"]');
  assert.deepEqual(page.decisions, [{ comment: "b", revision: 1, action: "spam" }]);
  assert.deepEqual(page.cards, ["a"]);
  assert.equal(page.selected, "a");
  assert.match(page.textOf(".notices"), /Marked as spam: the comment by Author of b\./);
});

test("decision bar: the second click of a double click decides nothing", async () => {
  await page.work([comment("a", 1)]);
  const click = new window.MouseEvent("click", { bubbles: true, detail: 2 });
  page.find('[data-action="approve"]').dispatchEvent(click);
  await page.clock.settle();
  assert.deepEqual(page.decisions, []);
});
