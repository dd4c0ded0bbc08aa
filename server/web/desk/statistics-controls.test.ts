import "../testing/fake-canvas.ts";
import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { sampleStatistics } from "../testing/sample-statistics.ts";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

const api = "/api/v1/desk";

const asked = () => page.server.asked(`GET ${api}/statistics`);
const last = () => asked().pop()?.query ?? new URLSearchParams();

beforeEach(async () => {
  page.server.on(`GET ${api}/statistics`, { body: sampleStatistics() });
  await page.visit("statistics");
});

test("statistics controls: a span, a site, hours where there are not too many", async () => {
  await page.choose("[data-filter=span]", "90");
  await page.choose("[data-filter=site]", "gazette");
  assert.equal(last().get("site"), "gazette");
  assert.equal(page.find<HTMLOptionElement>("[value=hour]").disabled, true);
  await page.choose("[data-filter=span]", "7");
  await page.choose("[data-filter=by]", "hour");
  assert.equal(last().get("by"), "hour");
});

test("statistics controls: dates of one's own begin with those that were looked at", async () => {
  await page.choose("[data-filter=span]", "own");
  assert.match(page.find<HTMLInputElement>("[data-filter=since]").value, /^2026-09-13$/);
  await page.choose("[data-filter=since]", "2026-10-01");
  assert.equal(last().get("since"), "2026-10-01");
  const before = asked().length;
  await page.choose("[data-filter=since]", "2026-12-01");
  assert.equal(
    page.textOf("rejoinder-statistics-controls .problem"),
    "The first day has to come before the last one.",
  );
  await page.choose("[data-filter=since]", "2020-12-01");
  assert.match(page.textOf("rejoinder-statistics-controls .problem"), /at most 366 days/);
  assert.equal(asked().length, before);
});
