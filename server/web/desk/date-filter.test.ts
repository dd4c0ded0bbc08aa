import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { sampleDeskComment as comment } from "../testing/sample-desk.ts";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

const asked = () => page.server.asked("GET /api/v1/desk/comments").pop()?.query;

test("date filter: a day on which comments begin, and one on which they end", async () => {
  await page.work([comment("a", 1)]);
  await page.choose("[data-filter=since]", "2026-10-01");
  await page.choose("[data-filter=until]", "2026-10-31");
  assert.equal(location.search, "?since=2026-10-01&until=2026-10-31");
  assert.equal(asked()?.get("since"), new Date(2026, 9, 1).toISOString());
  assert.equal(asked()?.get("until"), new Date(2026, 10, 1).toISOString());
  await page.choose("[data-filter=since]", "");
  assert.equal(location.search, "?until=2026-10-31");
});

test("date filter: a year that is half written does not count", async () => {
  await page.work([comment("a", 1)]);
  await page.choose("[data-filter=since]", "0002-10-01");
  assert.equal(location.search, "");
});
