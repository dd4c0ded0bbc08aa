import { wordDiff } from "./word-diff.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

const signs = { same: "", removed: "-", added: "+" } as const;
const shape = (before: string, after: string) =>
  wordDiff(before, after).map(({ kind, text }) => `${signs[kind]}[${text}]`).join("");

test("word diff: what is the same, what went, what came", () => {
  const told = "[He is ]-[a fool]+[wrong][, Tom.]";
  assert.equal(shape("He is a fool, Tom.", "He is wrong, Tom."), told);
  assert.equal(shape("one two", "one two"), "[one two]");
  assert.equal(shape("", "new"), "+[new]");
  assert.equal(shape("old", ""), "-[old]");
  assert.equal(shape("call 555 now", "call ███ now"), "[call ]-[555]+[███][ now]");
});

test("word diff: two changes with something common in between", () => {
  const changes = wordDiff("a b c d e", "a x c y e");
  const text = (...kinds: string[]) =>
    changes.filter(({ kind }) => kinds.includes(kind)).map(({ text }) => text).join("");
  assert.equal(text("same", "removed"), "a b c d e");
  assert.equal(text("same", "added"), "a x c y e");
  assert(changes.some(({ kind, text }) => kind === "same" && text.includes("c")));
});

test("word diff: letters of every writing make words", () => {
  assert.equal(shape("Grüße an fünf", "Grüße an sechs"), "[Grüße an ]-[fünf]+[sechs]");
});

test("word diff: texts that are too long are shown one after the other", () => {
  const long = (word: string) => Array.from({ length: 3_000 }, (_, i) => word + i).join(" ");
  assert.deepEqual(wordDiff(long("a"), long("b")).map(({ kind }) => kind), ["removed", "added"]);
});
