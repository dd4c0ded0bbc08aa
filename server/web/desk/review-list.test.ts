import { ReviewList } from "./review-list.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

import { sampleDeskComment as comment, sampleDeskPage as page } from "../testing/sample-desk.ts";

const [a, b, c] = [comment("a", 1), comment("b", 2), comment("c", 3)];

function listOf(...comments: ReturnType<typeof comment>[]): ReviewList {
  const list = new ReviewList();
  list.begin(page(comments), "oldest");
  return list;
}

const shape = (list: ReviewList) =>
  list.entries.map(({ comment, status }) => `${comment.id} ${status}`).join(", ");

test("review list: what arrives waits to be shown, so that nothing moves", () => {
  const list = listOf(a, c);
  list.reconcile(page([a, b, c]));
  assert.equal(shape(list), "a shown, b fresh, c shown");
  assert.equal(list.freshCount, 1);
  assert.equal(list.reveal()?.id, "b");
  assert.equal(shape(list), "a shown, b shown, c shown");
});

test("review list: what arrives where there is nothing is shown at once", () => {
  const list = listOf();
  list.reconcile(page([a]));
  assert.equal(shape(list), "a shown");
});

test("review list: a decided comment does not come back with an old list", () => {
  const list = listOf(a, b);
  list.decide("a", "approve");
  assert.equal(shape(list), "a deciding, b shown");
  list.settle("a");
  list.reconcile(page([a, b]));
  assert.equal(shape(list), "b shown");
  list.reconcile(page([{ ...a, revision: 2 }, b]));
  assert.equal(shape(list), "a fresh, b shown");
});

test("review list: a decision that failed brings the comment back, as it now is", () => {
  const list = listOf(a, b);
  list.decide("a", "spam");
  list.restore("a", "No network.", { ...a, revision: 2 });
  assert.equal(shape(list), "a shown, b shown");
  assert.equal(list.find("a")?.problem, "No network.");
  assert.equal(list.find("a")?.comment.revision, 2);
  list.decide("a", "spam");
  assert.equal(list.find("a")?.problem, undefined);
});

test("review list: what somebody else decided leaves a note until it is swept", () => {
  const list = listOf(a, b);
  list.depart("a", { by: "Mira", to: "published" });
  assert.equal(list.visible.length, 2);
  assert.equal(list.shown.length, 1);
  assert(list.sweep());
  assert.equal(shape(list), "b shown");
  assert(!list.sweep());
});

test("review list: what the server does not list any more has gone, for whatever reason", () => {
  const list = listOf(a, b);
  list.reconcile(page([b]));
  assert.equal(shape(list), "a gone, b shown");
  assert.deepEqual(list.find("a")?.departure, {});
});

test("review list: what lies beyond the server's page has not gone", () => {
  const list = listOf(a, b, c);
  list.reconcile(page([a], { next: "more" }));
  assert.equal(shape(list), "a shown, b shown, c shown");
});

test("review list: a next page is added in order, without what is known", () => {
  const list = new ReviewList();
  list.begin(page([a], { next: "2" }), "oldest");
  assert.equal(list.next, "2");
  list.append(page([c, a, b]));
  assert.equal(shape(list), "a shown, b shown, c shown");
  assert.equal(list.next, null);
});

test("review list: newest first is the other way round", () => {
  const list = new ReviewList();
  list.begin(page([b, a]), "newest");
  list.reconcile(page([c, b, a]));
  assert.equal(shape(list), "c fresh, b shown, a shown");
});

test("review list: more than a page of news is a gap", () => {
  const list = new ReviewList();
  list.begin(page([a]), "newest");
  list.reconcile(page([c, b], { next: "2" }));
  assert(list.hasGap);
});

test("review list: neighbours are shown ones, and the ends are the ends", () => {
  const list = listOf(a, b, c);
  list.decide("b", "approve");
  assert.equal(list.neighbour("a", 1)?.id, "c");
  assert.equal(list.neighbour("c", 1)?.id, "c");
  assert.equal(list.neighbour("a", -1)?.id, "a");
  assert.equal(list.neighbour(undefined, 1)?.id, "a");
  list.depart("a", {});
  assert.equal(list.neighbour("a", 1)?.id, "c");
});

test("review list: a story's state is told on all its comments", () => {
  const list = listOf(a, { ...b, site: "other" });
  list.setStoryState("courier", "ferry", "closed");
  const states = list.entries.map(({ comment }) => comment.story.state);
  assert.deepEqual(states, ["closed", "open"]);
});

test("review list: what was taken back is shown where it was", () => {
  const list = listOf(a, b, c);
  list.settle("b");
  list.bringBack({ ...b, revision: 3 });
  assert.equal(shape(list), "a shown, b shown, c shown");
  list.reconcile(page([a, { ...b, revision: 3 }, c]));
  assert.equal(shape(list), "a shown, b shown, c shown");
});

test("review list: a decided comment may stay, as it is now", () => {
  const list = listOf(a, b);
  list.decide("a", "approve");
  list.keep({ ...a, state: "published", revision: 2 });
  assert.equal(shape(list), "a shown, b shown");
  assert.equal(list.find("a")?.comment.state, "published");
});

test("review list: a comment that changes stays in its place", () => {
  const list = new ReviewList();
  const [one, two] = [comment("a", 1, { open_reports: 3 }), comment("b", 2, { open_reports: 2 })];
  list.begin(page([one, two]), "reports");
  list.setReports("b", 9);
  list.renew({ ...one, revision: 2, text: "Edited" });
  list.renew({ ...one, revision: 1, text: "Old news" });
  list.append(page([c]));
  assert.equal(shape(list), "a shown, b shown, c shown");
  assert.equal(list.find("b")?.comment.open_reports, 9);
  assert.equal(list.find("a")?.comment.text, "Edited");
});

test("review list: what says the same is the same comment", () => {
  const list = listOf(a, b);
  list.reconcile(page([{ ...a }, { ...b, score: 7 }]));
  assert.equal(list.find("a")?.comment, a);
  assert.equal(list.find("b")?.comment.score, 7);
});
