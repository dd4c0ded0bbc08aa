import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { problem } from "../testing/fake-server.ts";
import { sampleDeskComment as comment, sampleDeskPage } from "../testing/sample-desk.ts";
import type { CommentCard } from "./comment-card.ts";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

const list = "GET /api/v1/desk/comments";

test("review queue: nothing to do is said", async () => {
  await page.work([]);
  assert.equal(page.textOf(".empty"), "Nothing is waiting. Well done.");
  await page.press("#tab-spam");
  assert.equal(page.textOf(".empty"), "There are no comments here.");
});

test("review queue: new comments are told of, and shown when asked for", async () => {
  await page.work([comment("a", 1)]);
  page.has([comment("a", 1), comment("b", 2)]);
  page.sockets.last.say({ id: "2", type: "comment", comment: "b", to: "pending", by: "filters" });
  await page.clock.advance(1_000);
  assert.deepEqual(page.cards, ["a"]);
  assert.equal(page.textOf("[aria-live].fresh"), "1 new comment n");
  await page.press(".fresh button");
  assert.deepEqual(page.cards, ["a", "b"]);
  assert.equal(page.selected, "b");
  assert.equal(page.textOf(".fresh"), "");
});

test("review queue: a list that cannot be loaded says why, and may be tried again", async () => {
  await page.work([comment("a", 1)]);
  page.server.on(list, problem(503, "temporarily_unavailable"));
  await page.press("#tab-spam");
  assert.match(page.textOf(".empty[role=alert]"), /^The server cannot do this at the moment\./);
  page.has([comment("b", 1, { state: "spam" })]);
  await page.press(".empty .quiet");
  assert.deepEqual(page.cards, ["b"]);
});

test("review queue: a list that may be out of date is shown, and said to be so", async () => {
  await page.work([comment("a", 1)]);
  page.server.on(list, "unreachable");
  page.sockets.last.say({ id: "2", type: "comment", comment: "x", to: "pending", by: "filters" });
  await page.clock.advance(1_000);
  assert.deepEqual(page.cards, ["a"]);
  assert.match(page.textOf(".stale"), /out of date: The server could not be reached/);
});

test("review queue: more is loaded by its cursor", async () => {
  await page.work([comment("a", 1)]);
  page.server.on(list, ({ query }) => {
    if (query.has("cursor")) return { body: sampleDeskPage([comment("a", 1)]) };
    return { body: sampleDeskPage([comment("b", 2)], { next: "two" }) };
  });
  await page.press("#tab-spam");
  await page.press(".more");
  assert.deepEqual(page.cards, ["b", "a"]);
  assert.equal(document.querySelectorAll(".more").length, 0);
});

test("review queue: a card is drawn anew only when something of it has changed", async () => {
  await page.work([comment("a", 1), comment("b", 2), comment("c", 3)]);
  const cards = [...document.querySelectorAll<CommentCard>("rejoinder-comment-card")];
  const told: string[] = [];
  for (const card of cards) {
    const { id } = card.entry.comment;
    card.addController({ hostUpdated: () => told.push(id) });
  }
  await page.key("j");
  await page.key("j");
  assert.deepEqual(told, ["a", "b"]);
});
