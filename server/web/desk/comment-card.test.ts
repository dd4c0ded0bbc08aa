import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { sampleDeskComment as comment, sampleFinding as finding } from "../testing/sample-desk.ts";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

test("comment card: who wrote what, where, when, and what was found in it", async () => {
  const text = "so damn late";
  const found = [finding("suspect_word", 3, 7, { detail: "damn", weight: 2 })];
  await page.work([comment("a", 58, { text, findings: found, score: 2, parent: "x" })]);
  assert.deepEqual(page.cards, ["a"]);
  assert.equal(page.textOf(".typed mark"), "damn");
  assert.equal(page.textOf("article time"), "2 minutes ago");
  assert.equal(page.find(".story a").getAttribute("href"), "https://paper.example/ferry");
  assert.deepEqual(page.texts(".findings li"), ["Suspect word (+2) damn", "Score 2"]);
  assert.match(page.textOf(".content"), /In reply to another comment/);
  assert.equal(page.find("article").getAttribute("aria-label"), "Comment by Author of a");
});

test("comment card: b shows the words that are blurred, and blurs them again", async () => {
  await page.work([comment("a", 1), comment("b", 2)]);
  const hasWords = (id: string) =>
    page.find(`[data-comment-id="${id}"]`).closest("[data-words]") !== null;
  await page.key("b");
  assert.deepEqual([hasWords("a"), hasWords("b")], [true, false]);
  await page.key("b");
  assert(!hasWords("a"));
});

test("comment card: in focus mode, the words of the next comment are blurred again", async () => {
  for (const id of ["a", "b"])
    page.server.on(`GET /api/v1/desk/comments/${id}`, { body: { ...comment(id), history: [] } });
  await page.work([comment("a", 1), comment("b", 2)]);
  await page.key("f");
  await page.key("b");
  assert.equal(page.count("[data-words]"), 1);
  await page.key("j");
  assert.deepEqual(page.cards, ["b"]);
  assert.equal(page.count("[data-words]"), 0);
});

test("comment card: a text is never markup, whatever it is", async () => {
  const text = "<script>alert(1)</script><img src=x>";
  await page.work([comment("a", 1, { text })]);
  assert.equal(page.textOf(".typed"), text);
  assert.equal(document.querySelectorAll("article img, article script").length, 0);
});

test("comment card: a story's address that is none on the web is no link", async () => {
  const story = { id: "ferry", url: "javascript:alert(1)", state: "open" } as const;
  await page.work([comment("a", 1, { story })]);
  assert.equal(document.querySelectorAll(".story a").length, 0);
  assert.match(page.textOf(".story"), /^courier ferry/);
});

test("comment card: the time is said from now, and goes on", async () => {
  await page.work([comment("a", 58)]);
  await page.clock.advance(3 * 60_000);
  assert.equal(page.textOf("article time"), "5 minutes ago");
});

test("comment card: only this story is a filter by story and site", async () => {
  await page.work([comment("a", 1)]);
  await page.press("[data-only-story]");
  assert.equal(location.search, "?site=courier&story=ferry");
});

test("comment card: of a comment that others decided, a note stays", async () => {
  await page.work([comment("a", 1), comment("b", 2)]);
  page.sockets.last.say({ id: "2", type: "comment", comment: "a", to: "spam", by: "Mira" });
  page.sockets.last.say({ id: "3", type: "comment", comment: "b", to: "rejected", by: "Ada" });
  await page.clock.settle();
  assert.deepEqual(page.cards, []);
  assert.deepEqual(page.texts(".departed"), [
    "Mira marked the comment by Author of a as spam.",
    "You, in another window, rejected the comment by Author of b.",
  ]);
});

test("comment card: a viewer sees the story's state and may not change it", async () => {
  await page.work([comment("a", 1)], { role: "viewer" });
  assert.equal(page.textOf("span.story-state"), "Comments open");
  assert.equal(document.querySelectorAll("button.story-state, [data-action]").length, 0);
});
