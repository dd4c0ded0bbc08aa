import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { sampleDeskComment as comment } from "../testing/sample-desk.ts";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

const three = [comment("a", 1), comment("b", 2), comment("c", 3)];
const decided = () => page.decisions.map((one) => (one as { comment: string }).comment);

test("selection bar: x chooses, Shift and x a range; one decision for all of them", async () => {
  await page.work([...three, comment("d", 4)]);
  await page.key("j");
  await page.key("x");
  await page.key("j");
  await page.key("j");
  await page.key("X", { shiftKey: true });
  assert.equal(page.textOf(".selected"), "3 selected");
  page.has([comment("d", 4)]);
  await page.press("[data-all=reject]");
  assert.deepEqual(decided(), ["a", "b", "c"]);
  assert.deepEqual(page.cards, ["d"]);
  assert.equal(page.textOf(".selected"), "");
  assert.equal(document.activeElement, page.find('[data-comment-id="d"]'));
  page.takesBack(three);
  await page.key("u");
  assert.deepEqual(page.undos, ["undo-1"]);
  assert.deepEqual(page.cards, ["a", "b", "c", "d"]);
});

test("selection bar: letters decide on all that are chosen; Escape chooses none", async () => {
  await page.work(three);
  await page.press('[data-select="listed"]');
  assert.equal(page.textOf(".selected"), "3 selected");
  assert.equal(page.count("[data-choose]"), 3);
  assert.equal(page.count("article.chosen"), 3);
  await page.key("Escape");
  assert.equal(page.textOf(".selected"), "");
  await page.press('[data-comment-id="b"] [data-choose]');
  await page.press('[data-comment-id="c"] [data-choose]');
  page.has(three.slice(0, 1));
  await page.key("s");
  assert.deepEqual(decided(), ["b", "c"]);
  assert.match(page.textOf(".notices"), /2 comments marked as spam/);
});

test("selection bar: what somebody else took is not chosen any more", async () => {
  await page.work(three);
  await page.press('[data-select="listed"]');
  page.sockets.last.say({ id: "2", type: "comment", comment: "a", to: "spam", by: "Mira" });
  await page.clock.settle();
  assert.equal(page.textOf(".selected"), "2 selected");
  await page.press('[data-select="none"]');
  assert.equal(page.textOf(".selected"), "");
});

test("selection bar: those that were changed meanwhile are counted, and stay", async () => {
  await page.work(three);
  await page.press('[data-select="listed"]');
  page.decides("conflict");
  await page.key("a");
  assert.deepEqual(page.cards, ["a", "b", "c"]);
  assert.match(page.textOf("[role=alert]"), /3 were changed meanwhile, and not decided\./);
});

test("selection bar: a viewer selects nothing", async () => {
  await page.work(three, { role: "viewer" });
  await page.key("x");
  assert.equal(page.count(".selection, [data-choose]"), 0);
});

test("selection bar: the page knows while something is selected", async () => {
  await page.work(three);
  const isSelecting = () => document.documentElement.hasAttribute("data-selecting");
  await page.key("x");
  assert(isSelecting());
  await page.key("f");
  assert(!isSelecting());
});
