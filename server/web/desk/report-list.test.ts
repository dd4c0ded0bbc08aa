import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { sampleDeskComment as comment } from "../testing/sample-desk.ts";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

const at = "2026-10-12T08:01:00Z";
const reports = [
  { reason: "abusive", text: "About my brother.", at, outcome: "open", weight: 1 },
  { reason: "noise", at, outcome: "dismissed", weight: 0.5 },
];

test("report list: a card says how many, its details which and why", async () => {
  const a = comment("a", 1, { state: "published", open_reports: 2 });
  page.server.on("GET /api/v1/desk/comments/a", { body: { ...a, history: [], reports } });
  await page.work([a]);
  assert.equal(page.textOf("article .reported"), "2 reports");
  await page.key("e");
  const [first, second] = page.texts(".reports li");
  assert.match(first ?? "", /^Abusive .* open About my brother\.$/);
  assert.match(second ?? "", /^Another reason .* dismissed Counts 0\.5$/);
});

test("report list: approve keeps what is published, and dismisses the reports", async () => {
  await page.work([comment("a", 1, { state: "published", open_reports: 1 })]);
  assert.equal(page.textOf('[data-action="approve"]'), "Keep a");
  page.has([]);
  await page.key("a");
  assert.deepEqual(page.decisions, [{ comment: "a", revision: 1, action: "approve" }]);
  assert.match(page.textOf(".notices"), /^Kept: the comment by Author of a\. Its reports are/);
});

test("report list: without reports, there is none", async () => {
  const a = comment("a", 1);
  page.server.on("GET /api/v1/desk/comments/a", { body: { ...a, history: [], reports: [] } });
  await page.work([a]);
  await page.key("e");
  assert.equal(page.count(".reports, .reported"), 0);
});
