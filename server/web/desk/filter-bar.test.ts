import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { sampleDeskComment as comment } from "../testing/sample-desk.ts";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

const lastQuery = () => page.server.asked("GET /api/v1/desk/comments").pop()?.query;

test("filter bar: a reason, a story and an order are asked of the server", async () => {
  await page.work([comment("a", 1)]);
  await page.choose('[data-filter="reason"]', "flood");
  assert.equal(lastQuery()?.get("reason"), "flood");
  await page.choose('[data-filter="story"]', "ferry");
  await page.choose('[data-filter="sort"]', "newest");
  assert.equal(location.search, "?story=ferry&reason=flood&sort=newest");
  assert.equal(lastQuery()?.get("sort"), "newest");
});

test("filter bar: the filters are cleared at once, and the state stays", async () => {
  await page.work([comment("a", 1)]);
  assert.equal(document.querySelectorAll('[data-filter="clear"]').length, 0);
  await page.press("#tab-spam");
  await page.choose('[data-filter="reason"]', "flood");
  await page.press('[data-filter="clear"]');
  assert.equal(location.search, "?state=spam");
});

test("filter bar: sites are offered where there is more than one", async () => {
  await page.work([comment("a", 1)]);
  assert.equal(document.querySelectorAll('[data-filter="site"]').length, 0);
  page.has([comment("a", 1), comment("b", 2, { site: "herald" })]);
  await page.press("#tab-published");
  assert.deepEqual(page.texts('[data-filter="site"] option'), ["All sites", "courier", "herald"]);
});

test("filter bar: a filter of the address that was never seen is shown as it is", async () => {
  history.replaceState(null, "", "/desk/?story=old&reason=moon_phase");
  await page.work([]);
  assert.equal(page.find<HTMLSelectElement>('[data-filter="story"]').value, "old");
  assert.equal(page.find<HTMLSelectElement>('[data-filter="reason"]').value, "moon_phase");
  assert.equal(page.textOf(".empty"), "No comments match these filters.");
});
