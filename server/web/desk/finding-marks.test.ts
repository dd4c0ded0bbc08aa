import { groupFindings, piecesOf } from "./finding-marks.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

import { sampleFinding as finding } from "../testing/sample-desk.ts";

const shape = (text: string, ...findings: Parameters<typeof piecesOf>[1][number][]) =>
  piecesOf(text, findings).map(({ text, findings }) => [
    text,
    findings.map(({ reason }) => reason).join("+"),
  ]);

test("finding marks: a text is cut where a finding begins and ends", () => {
  assert.deepEqual(shape("so damn late", finding("suspect_word", 3, 7)), [
    ["so ", ""],
    ["damn", "suspect_word"],
    [" late", ""],
  ]);
});

test("finding marks: overlapping findings share a piece", () => {
  assert.deepEqual(shape("abcdef", finding("x", 0, 4), finding("y", 2, 6)), [
    ["ab", "x"],
    ["cd", "x+y"],
    ["ef", "y"],
  ]);
});

test("finding marks: places are counted in code points, not in what JavaScript counts", () => {
  assert.deepEqual(shape("🎉🎉 win", finding("promotion", 3, 6)), [
    ["🎉🎉 ", ""],
    ["win", "promotion"],
  ]);
});

test("finding marks: a finding without a place, or beyond the text, marks nothing", () => {
  assert.deepEqual(shape("abc", finding("new_author"), finding("x", 2, 9)), [["abc", ""]]);
  assert.deepEqual(shape("", finding("empty_text")), []);
});

test("finding marks: findings of one reason are told once, the weightiest reason first", () => {
  const groups = groupFindings([
    finding("suspect_word", 0, 1, { weight: 1, detail: "damn" }),
    finding("too_many_links", 2, 3, { weight: 2, detail: "a.example" }),
    finding("too_many_links", 4, 5, { weight: 2, detail: "a.example" }),
  ]);
  assert.deepEqual(groups, [
    { reason: "too_many_links", details: ["a.example"], count: 2, weight: 4 },
    { reason: "suspect_word", details: ["damn"], count: 1, weight: 1 },
  ]);
});
