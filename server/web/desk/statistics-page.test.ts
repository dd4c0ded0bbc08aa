import "../testing/fake-canvas.ts";
import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { problem } from "../testing/fake-server.ts";
import { sampleStatistics } from "../testing/sample-statistics.ts";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

const api = "/api/v1/desk";

test("statistics page: numbers, drawings, tables, and a file of it all", async () => {
  page.server.on(`GET ${api}/statistics`, { body: sampleStatistics() });
  await page.visit("statistics");
  assert.deepEqual(page.texts(".office h3"), [
    ...["Comments", "Decisions per day", "Reasons", "Moderators"],
  ]);
  assert.equal(page.count("canvas"), 2);
  const query = page.server.asked(`GET ${api}/statistics`)[0]?.query;
  const address = page.find("[download]").getAttribute("href");
  assert.equal(address, `${api}/statistics?${query}&format=csv`);
});

test("statistics page: what fails is said; after signing in again it is asked anew", async () => {
  page.server.on(`GET ${api}/statistics`, problem(401, "not_signed_in"));
  await page.visit("statistics");
  assert.equal(page.textOf("[role=dialog] h1"), "Your session has ended");
  page.server.on(`GET ${api}/statistics`, { body: sampleStatistics() });
  await page.signIn("Ada", "pw");
  await page.clock.settle();
  assert.equal(page.count("rejoinder-time-chart"), 2);
});
