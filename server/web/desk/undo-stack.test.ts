import { UndoStack } from "./undo-stack.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

const undoable = (undo: string) =>
  ({ comments: [], undos: [undo], where: "" }) as const;

test("undo stack: the last one is the first to be taken back, and each only once", () => {
  const stack = new UndoStack();
  const [one, two] = [undoable("1"), undoable("2")];
  stack.push(one);
  stack.push(two);
  assert.equal(stack.last, two);
  assert(stack.remove(two));
  assert(!stack.remove(two));
  assert.equal(stack.last, one);
  assert(stack.remove(one));
  assert.equal(stack.last, undefined);
});

test("undo stack: what was decided longest ago is forgotten", () => {
  const stack = new UndoStack();
  const first = undoable("0");
  stack.push(first);
  for (let i = 1; i <= 200; ++i) stack.push(undoable(String(i)));
  assert(!stack.remove(first));
});
