import { arrange, depthMax } from "./threads.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

import { sampleComment, samplePage } from "../testing/fake-server.ts";
import { shapeOf } from "../testing/shape.ts";
import { Discussion } from "./discussion.ts";

const show = () => "show" as const;
const hold = () => "hold" as const;

test("threads: a page's tree is shown as it came", () => {
  const discussion = new Discussion("oldest");
  const c = sampleComment("c", 3, { parent: "b" });
  const b = sampleComment("b", 2, { parent: "a", replies: [c] });
  discussion.addPage(samplePage([sampleComment("a", 1, { replies: [b] }), sampleComment("d", 4)]));
  assert.equal(shapeOf(arrange(discussion).loaded), "a(b(c)) d");
});

test("threads: what is held is counted, and shown when asked for", () => {
  const discussion = new Discussion("oldest");
  discussion.addPage(samplePage([sampleComment("a", 1), sampleComment("b", 2)]));
  discussion.put(sampleComment("x", 3, { parent: "a" }), hold);
  discussion.put(sampleComment("y", 4, { parent: "x" }), show);
  discussion.put(sampleComment("z", 5, { parent: "b" }), hold);
  let view = arrange(discussion);
  assert.equal(shapeOf(view.loaded), "a b");
  assert.deepEqual([view.held, view.loaded[0]?.heldReplies], [3, 1]);

  discussion.reveal("a");
  view = arrange(discussion);
  assert.equal(shapeOf(view.loaded), "a(x(y)) b");
  assert.equal(view.held, 1);
  discussion.reveal();
  assert.equal(shapeOf(arrange(discussion).loaded), "a(x(y)) b(z)");
});

test("threads: below the deepest level replies are flat and say what they reply to", () => {
  const discussion = new Discussion("oldest");
  const ids = ["a", "b", "c", "d", "e", "f"];
  ids.forEach((id, i) => {
    const parent = ids[i - 1];
    discussion.put(sampleComment(id, i, parent ? { parent } : {}), show);
  });
  discussion.put(sampleComment("d2", 9, { parent: "c" }), show);
  const { loaded } = arrange(discussion);
  assert.equal(shapeOf(loaded), "a(b(c(d e f d2)))");
  const deepest = loaded[0]?.replies[0]?.replies[0]?.replies ?? [];
  assert(deepest.every(({ depth }) => depth === depthMax));
  assert.deepEqual(
    deepest.map(({ inReplyTo }) => inReplyTo?.id),
    [undefined, "d", "e", undefined],
  );
});

test("threads: a very deep discussion breaks nothing", () => {
  const discussion = new Discussion("oldest");
  let comment = sampleComment("5000", 1, { parent: "4999" });
  for (let i = 4999; i > 0; --i) comment = sampleComment(String(i), 1, { replies: [comment] });
  discussion.addPage(samplePage([comment]));
  const flat = arrange(discussion).loaded[0]?.replies[0]?.replies[0]?.replies;
  assert.equal(flat?.length, 4997);
});
