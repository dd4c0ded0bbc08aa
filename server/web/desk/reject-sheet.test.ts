import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { sampleDeskComment as comment } from "../testing/sample-desk.ts";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

const three = [comment("a", 1), comment("b", 2), comment("c", 3)];

test("reject sheet: Shift and r, a number, own words, Enter; then the next comment", async () => {
  await page.work(three);
  await page.key("R", { shiftKey: true });
  assert.equal(page.textOf("[role=dialog] h2"), "Why is it rejected?");
  assert.equal(document.activeElement, page.find("[name=code]"));
  await page.key("2");
  assert(page.find<HTMLInputElement>("[value=insult]").checked);
  page.find<HTMLInputElement>("[name=words]").value = "you fool";
  page.has(three.slice(1));
  await page.submit("form.reject");
  assert.deepEqual(page.decisions, [
    { comment: "a", revision: 1, action: "reject", reason: "insult: you fool" },
  ]);
  assert.equal(page.count("[role=dialog]"), 0);
  assert.equal(document.activeElement, page.find('[data-comment-id="b"]'));
});

test("reject sheet: for all that are selected, one reason", async () => {
  await page.work(three);
  await page.key("x");
  await page.key("j");
  await page.key("j");
  await page.key("x");
  await page.key("R", { shiftKey: true });
  await page.submit("form.reject");
  assert.deepEqual(page.decisions, [
    { comment: "a", revision: 1, action: "reject", reason: "house_rules" },
    { comment: "b", revision: 1, action: "reject", reason: "house_rules" },
  ]);
});

test("reject sheet: opens beside the button; Escape decides nothing", async () => {
  await page.work(three);
  await page.press('[data-comment-id="b"] [data-reason-sheet]');
  page.find("[name=words]").focus();
  await page.key("3");
  assert(!page.find<HTMLInputElement>("[value=hate]").checked);
  await page.key("Escape");
  assert.equal(page.count("[role=dialog]"), 0);
  assert.deepEqual(page.decisions, []);
});

test("reject sheet: what is rejected already, and a viewer, are not asked", async () => {
  await page.work([comment("a", 1, { state: "rejected" })]);
  await page.key("R", { shiftKey: true });
  assert.equal(page.count("[role=dialog], [data-reason-sheet]"), 0);
});
