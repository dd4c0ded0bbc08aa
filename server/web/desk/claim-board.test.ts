import { ClaimBoard } from "./claim-board.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { Clock } from "../testing/clock.ts";

let clock: Clock;
beforeEach(() => (clock = new Clock().install()));
afterEach(() => clock.uninstall());

test("claim board: who opens a comment has it, until they leave", () => {
  const board = new ClaimBoard(() => {});
  board.hear({ comment: "a", by: "Mira", open: true });
  assert.equal(board.holderOf("a"), "Mira");
  board.hear({ comment: "a", by: "Tom", open: false });
  assert.equal(board.holderOf("a"), "Mira");
  board.hear({ comment: "a", by: "Mira", open: false });
  assert.equal(board.holderOf("a"), undefined);
});

test("claim board: without news a claim ends, and that is told", async () => {
  let changes = 0;
  const board = new ClaimBoard(() => ++changes);
  board.hear({ comment: "a", by: "Mira", open: true });
  await clock.advance(25_000);
  board.hear({ comment: "b", by: "Tom", open: true });
  await clock.advance(35_000);
  assert.equal(board.holderOf("a"), undefined);
  assert.equal(board.holderOf("b"), "Tom");
  await clock.advance(25_000);
  assert.equal(board.holderOf("b"), undefined);
  assert.equal(changes, 2);
  assert.equal(clock.pending, 0);
});

test("claim board: a list that was asked for before the news does not undo it", async () => {
  const board = new ClaimBoard(() => {});
  const askedAt = clock.now;
  await clock.advance(10);
  board.hear({ comment: "a", by: "Mira", open: true });
  board.learn([{ id: "a" }, { id: "b", claim: { by: "Tom" } }], askedAt);
  assert.equal(board.holderOf("a"), "Mira");
  assert.equal(board.holderOf("b"), "Tom");
  board.learn([{ id: "a" }, { id: "b" }], clock.now);
  assert.equal(board.holderOf("a"), undefined);
  assert.equal(board.holderOf("b"), undefined);
});

test("claim board: cleared, nothing goes on", () => {
  const board = new ClaimBoard(() => {});
  board.hear({ comment: "a", by: "Mira", open: true });
  board.clear();
  assert.equal(board.holderOf("a"), undefined);
  assert.equal(clock.pending, 0);
});
