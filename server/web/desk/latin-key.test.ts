import { latinKey, type KeyPress } from "./latin-key.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

const press = (key: string, code: string, shiftKey = false): KeyPress => ({ key, code, shiftKey });

test("latin key: what a Latin keyboard writes counts, wherever the key is", () => {
  assert.equal(latinKey(press("a", "KeyQ")), "a");
  assert.equal(latinKey(press("A", "KeyQ", true)), "a");
  assert.equal(latinKey(press("ü", "BracketLeft")), "ü");
  assert.equal(latinKey(press("?", "Minus", true)), "?");
});

test("latin key: where it writes other letters, its place counts", () => {
  assert.equal(latinKey(press("ф", "KeyA")), "a");
  assert.equal(latinKey(press("О", "KeyJ", true)), "j");
  assert.equal(latinKey(press("ش", "KeyA")), "a");
  assert.equal(latinKey(press("١", "Digit1")), "1");
  assert.equal(latinKey(press("؟", "Slash", true)), "?");
  assert.equal(latinKey(press("ظ", "Slash")), "/");
});

test("latin key: what has no Latin place, and what writes nothing, stays as it is", () => {
  assert.equal(latinKey(press("ж", "Semicolon")), "ж");
  assert.equal(latinKey(press("Escape", "Escape")), "Escape");
  assert.equal(latinKey({ key: "ф", shiftKey: false }), "ф");
});
