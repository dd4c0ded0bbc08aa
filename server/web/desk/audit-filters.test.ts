import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

const api = "/api/v1/desk";

const query = () => String(page.server.asked(`GET ${api}/events`).pop()?.query);

test("audit filters: by whom, where and when; and none of it again", async () => {
  page.server.on(`GET ${api}/events`, { body: { events: [], next: null } });
  await page.visit("audit");
  const labels = page.texts("rejoinder-audit-filters label span");
  assert.deepEqual(labels, ["By whom", "What", "Site", "From", "To"]);
  await page.choose("[data-filter=actor]", " Ada ");
  assert.equal(query(), "actor=Ada&limit=100");
  await page.choose("[data-filter=site]", "gazette");
  await page.choose("[data-filter=since]", "2026-10-01");
  assert.equal(location.search, "?page=audit&actor=Ada&site=gazette&since=2026-10-01");
  await page.press("[data-clear]");
  assert.equal(query(), "limit=100");
  assert.equal(page.count("[data-clear]"), 0);
});

test("audit filters: of one site, none is chosen", async () => {
  page.server.on(`GET ${api}/events`, { body: { events: [], next: null } });
  await page.visit("audit", { sites: ["courier"] });
  assert.equal(page.count("[data-filter=site]"), 0);
});
