import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { sampleDeskComment as comment, sampleFinding as finding } from "../testing/sample-desk.ts";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

test("filter report: each filter by its name, with what it found", async () => {
  const found = finding("suspect_word", 0, 4, { filter: "words", detail: "damn", weight: 5 });
  const a = comment("a", 1, { findings: [found] });
  const filters = [
    { name: "length", passed: true },
    { name: "moon_phase", passed: true },
    { name: "words", passed: false },
  ];
  page.server.on("GET /api/v1/desk/comments/a", { body: { ...a, history: [], filters } });
  await page.work([a]);
  await page.key("e");
  assert.deepEqual(page.texts(".filters-said > div"), [
    "Word lists Suspect word: damn (+5)",
    "Length nothing found",
    "moon phase nothing found",
  ]);
});
