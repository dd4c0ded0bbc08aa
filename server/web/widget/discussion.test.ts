import { Discussion, type Entry } from "./discussion.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

import { sampleComment, samplePage } from "../testing/fake-server.ts";
import type { OwnComment } from "./own-comments.ts";
import { arrange } from "./threads.ts";
import { shapeOf } from "../testing/shape.ts";

const show = () => "show" as const;
const hold = () => "hold" as const;

function own(id: string, extra: Partial<OwnComment> = {}): OwnComment {
  const created_at = "2026-10-12T09:00:00.000Z";
  return { id, token: "t", state: "submitted", created_at, name: "Me", text: "Mine", ...extra };
}

test("discussion: a reply on a later page finds its comment on an earlier one", () => {
  const discussion = new Discussion("oldest");
  discussion.addPage(samplePage([sampleComment("a", 1)], { next: "2" }));
  discussion.addPage(samplePage([sampleComment("b", 2, { parent: "a" }), sampleComment("c", 3)]));
  assert.equal(shapeOf(arrange(discussion).loaded), "a(b) c");
});

test("discussion: a live comment is new once", () => {
  const discussion = new Discussion("oldest");
  assert.equal(discussion.put(sampleComment("a"), show), true);
  assert.equal(discussion.put(sampleComment("a", 0, { html: "<p>edited</p>" }), show), false);
  assert.equal(discussion.find("a")?.comment?.html, "<p>edited</p>");
});

test("discussion: comments stand by age, replies too, whatever the order of their arrival", () => {
  const discussion = new Discussion("oldest");
  discussion.put(sampleComment("z", 5, { parent: "a" }), show);
  discussion.put(sampleComment("b", 2), show);
  discussion.put(sampleComment("y", 4, { parent: "a" }), show);
  discussion.put(sampleComment("a", 1), show);
  assert.equal(shapeOf(arrange(discussion).loaded), "a(y z) b");
});

test("discussion: newest first turns the top level around, not the replies", () => {
  const discussion = new Discussion("newest");
  const replies = [sampleComment("x", 3, { parent: "a" }), sampleComment("y", 4, { parent: "a" })];
  discussion.addPage(samplePage([sampleComment("b", 2), sampleComment("a", 1, { replies })]));
  assert.equal(shapeOf(arrange(discussion).loaded), "b a(x y)");
});

test("discussion: the order of the most liked is the server's", () => {
  const discussion = new Discussion("top");
  discussion.addPage(
    samplePage([sampleComment("c", 3), sampleComment("a", 1), sampleComment("b", 2)]),
  );
  discussion.put(sampleComment("d", 0), show);
  assert.equal(shapeOf(arrange(discussion).loaded), "c a b d");
});

test("discussion: replies to a removed comment move up to what it replied to", () => {
  const discussion = new Discussion("oldest");
  discussion.put(sampleComment("a", 1), show);
  discussion.put(sampleComment("b", 2, { parent: "a" }), show);
  discussion.put(sampleComment("c", 3, { parent: "b" }), show);
  assert.equal(discussion.remove("b"), true);
  assert.equal(discussion.remove("b"), false);
  assert.equal(shapeOf(arrange(discussion).loaded), "a(c)");
  discussion.remove("a");
  assert.equal(shapeOf(arrange(discussion).loaded), "c");
});

test("discussion: what arrives behind pages not loaded stands apart until they are", () => {
  const discussion = new Discussion("oldest");
  discussion.addPage(samplePage([sampleComment("a", 1), sampleComment("b", 2)], { next: "2" }));
  discussion.put(sampleComment("z", 9), show);
  discussion.put(sampleComment("y", 8, { parent: "a" }), show);
  let view = arrange(discussion);
  assert.equal(shapeOf(view.loaded), "a(y) b");
  assert.equal(shapeOf(view.beyond), "z");

  discussion.addPage(samplePage([sampleComment("c", 3), sampleComment("z", 9)]));
  view = arrange(discussion);
  assert.equal(shapeOf(view.loaded), "a(y) b c z");
  assert.equal(shapeOf(view.beyond), "");
});

test("discussion: loading anew drops what is gone and keeps one's own", () => {
  const discussion = new Discussion("oldest");
  discussion.addPage(samplePage([sampleComment("a", 1), sampleComment("b", 2)]));
  discussion.putOwn(own("mine"));
  discussion.replace([samplePage([sampleComment("b", 2), sampleComment("c", 3)])], show);
  assert.equal(shapeOf(arrange(discussion).loaded), "b c mine");
});

test("discussion: loading anew keeps live comments that its pages cannot have", () => {
  const discussion = new Discussion("oldest");
  const replies = Array.from({ length: 50 }, (_, i) => sampleComment(`r${i}`, i, { parent: "a" }));
  const page = samplePage([sampleComment("a", 0, { replies })], { next: "2" });
  discussion.addPage(page);
  discussion.put(sampleComment("late reply", 59, { parent: "a" }), show);
  discussion.put(sampleComment("later", 59), show);
  discussion.replace([page], show);
  assert(discussion.find("late reply"));
  assert(discussion.find("later"));
});

test("discussion: one's own comment goes through its states in its place", () => {
  const discussion = new Discussion("oldest");
  discussion.addPage(samplePage([sampleComment("a", 1)]));
  discussion.putOwn(own("mine", { parent: "a" }));
  assert.equal(shapeOf(arrange(discussion).loaded), "a(mine)");
  const stateOf = (entry: Entry | undefined) => [entry?.state, entry?.comment?.html];
  assert.deepEqual(stateOf(discussion.find("mine")), ["submitted", undefined]);

  discussion.putOwn(
    own("mine", { parent: "a", state: "pending" }),
    sampleComment("mine", 2, { parent: "a" }),
  );
  assert.deepEqual(stateOf(discussion.find("mine")), ["pending", "<p>Text of mine</p>"]);

  assert.equal(discussion.put(sampleComment("mine", 2, { parent: "a" }), hold), true);
  discussion.putOwn(own("mine", { parent: "a", state: "pending" }));
  assert.equal(discussion.find("mine")?.state, "published");
  assert.equal(discussion.find("mine")?.isHeld, false);
});
