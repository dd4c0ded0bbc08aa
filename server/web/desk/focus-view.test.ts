import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { sampleDeskComment as comment } from "../testing/sample-desk.ts";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

const three = [comment("a", 1), comment("b", 2), comment("c", 3)];

beforeEach(() => {
  for (const one of three)
    page.server.on(`GET /api/v1/desk/comments/${one.id}`, { body: { ...one, history: [] } });
});

test("focus view: one at a time with its details, decisions go to the next", async () => {
  await page.work(three);
  await page.key("f");
  assert.deepEqual(page.cards, ["a"]);
  assert.equal(page.textOf(".focus-head [role=status]"), "Comment 1 of 3 listed");
  page.find(".details");
  assert.equal(document.activeElement, page.find('[data-comment-id="a"]'));
  page.has(three.slice(1));
  await page.key("a");
  assert.deepEqual(page.cards, ["b"]);
  page.find(".details");
  assert.equal(document.activeElement, page.find('[data-comment-id="b"]'));
  await page.key("j");
  assert.deepEqual(page.cards, ["c"]);
});

test("focus view: is left with Escape or the key it was entered with", async () => {
  await page.work(three);
  for (const key of ["Escape", "f"]) {
    await page.press("[data-focus-mode]");
    assert.deepEqual(page.cards, ["a"]);
    await page.key(key);
    assert.deepEqual(page.cards, ["a", "b", "c"]);
    assert.equal(document.activeElement, page.find('[data-comment-id="a"]'));
  }
});

test("focus view: what others took leaves its note, and keys fall on nothing else", async () => {
  await page.work(three);
  await page.key("f");
  page.sockets.last.say({ id: "2", type: "comment", comment: "a", to: "spam", by: "Mira" });
  await page.clock.settle();
  assert.match(page.textOf(".departed"), /Mira marked the comment/);
  await page.key("r");
  assert.deepEqual(page.decisions, []);
});

test("focus view: when nothing is left, that is said", async () => {
  await page.work(three.slice(0, 1));
  page.has([]);
  await page.key("f");
  await page.key("a");
  await page.clock.advance(2_000);
  assert.equal(page.textOf(".focus-head [role=status]"), "Nothing is left here.");
  await page.key("u");
});
