import {
  foundSpans,
  isMasked,
  masked,
  maskedPieces,
  spanOfSelection,
  unmasked,
} from "./masking.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

import { sampleFinding as finding } from "../testing/sample-desk.ts";

const span = (start: number, end: number) => ({ start, end });

test("masking: spans that meet are one, and an empty one is none", () => {
  assert.deepEqual(masked([span(5, 8)], span(0, 2)), [span(0, 2), span(5, 8)]);
  assert.deepEqual(masked([span(0, 2), span(5, 8)], span(2, 6)), [span(0, 8)]);
  assert.deepEqual(masked([], span(3, 3)), []);
});

test("masking: a part may be taken out again", () => {
  assert.deepEqual(unmasked([span(0, 8)], span(2, 4)), [span(0, 2), span(4, 8)]);
  assert.deepEqual(unmasked([span(2, 4)], span(0, 8)), []);
  assert(isMasked([span(0, 8)], span(2, 4)));
  assert(!isMasked([span(0, 3)], span(2, 4)));
});

test("masking: a text in pieces, counted in characters as one sees them", () => {
  assert.deepEqual(maskedPieces("👍 Tom said", [span(2, 5)]), [
    { text: "👍 ", isMasked: false },
    { text: "Tom", isMasked: true },
    { text: " said", isMasked: false },
  ]);
});

test("masking: a selection in a field is found in the text", () => {
  assert.deepEqual(spanOfSelection("👍 Tom", 3, 6), span(2, 5));
  assert.deepEqual(spanOfSelection("👍 Tom", 1, 3), span(0, 2));
  assert.deepEqual(spanOfSelection("a\r\nTom", 2, 5), span(3, 6));
  assert.deepEqual(spanOfSelection("Tom", 0, 3), span(0, 3));
});

test("masking: what was found is offered once, where it has a place in the text", () => {
  const findings = [
    finding("suspect_word", 4, 7),
    finding("mild_word", 4, 7),
    finding("contact_data", 0, 3),
    finding("flood", 0, 0),
    finding("link_in_name", 0, 3, { field: "name" }),
    finding("shouting", 0, 99),
  ];
  assert.deepEqual(foundSpans(findings, 10), [span(0, 3), span(4, 7)]);
});
