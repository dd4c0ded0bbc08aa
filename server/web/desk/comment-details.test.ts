import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { sampleDeskComment as comment } from "../testing/sample-desk.ts";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

const at = "2026-10-12T08:01:00Z";
const history = [
  { id: "1", kind: "judged", to: "pending", by: "filters", at },
  {
    ...{ id: "2", kind: "decided", from: "pending", to: "spam", by: "Mira", at },
    reason: "advertising: watches",
  },
  { id: "3", kind: "painted", by: "Mira", at },
];

test("comment details: what happened so far", async () => {
  const a = comment("a", 1);
  page.server.on("GET /api/v1/desk/comments/a", { body: { ...a, history } });
  await page.work([a]);
  await page.press("[data-details]");
  const [judged, decided, other] = page.texts(".details li");
  assert.match(judged ?? "", /2026.* The filters decided: Pending$/);
  assert.match(decided ?? "", /Mira: Spam Advertising: watches$/);
  assert.match(other ?? "", /Mira: painted$/);
  assert.equal(page.find("[data-details]").getAttribute("aria-expanded"), "true");
  await page.press("[data-details]");
  assert.equal(document.querySelectorAll(".details").length, 0);
});

test("comment details: that they could not be loaded is said", async () => {
  page.server.on("GET /api/v1/desk/comments/a", "unreachable");
  await page.work([comment("a", 1)]);
  await page.press("[data-details]");
  const text = "The details could not be loaded. The server could not be reached.";
  assert.equal(page.textOf("rejoinder-comment-details"), text);
});

test("comment details: what the author is told is known to who decides", async () => {
  const a = comment("a", 1);
  const for_author = [{ code: "flood", text: "You write a lot at once." }];
  page.server.on("GET /api/v1/desk/comments/a", { body: { ...a, history: [], for_author } });
  await page.work([a]);
  await page.press("[data-details]");
  assert.deepEqual(page.texts(".told li"), ["You write a lot at once."]);
});

test("comment details: what is reported meanwhile is fetched anew", async () => {
  const a = comment("a", 1, { state: "published" });
  page.server.on("GET /api/v1/desk/comments/a", { body: { ...a, history: [] } });
  await page.work([a]);
  await page.press("[data-details]");
  const reports = [{ reason: "spam", at, outcome: "open", weight: 1 }];
  page.server.on("GET /api/v1/desk/comments/a", { body: { ...a, history: [], reports } });
  const told = { comment: "a", site: "courier", story: "ferry", open_reports: 1 };
  page.sockets.last.say({ id: "2", type: "reported", ...told });
  await page.clock.settle();
  assert.equal(page.textOf(".marks .reported"), "1 report");
  assert.equal(page.count(".reports li"), 1);
});
