import "../testing/fake-canvas.ts";
import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { sampleStatistics } from "../testing/sample-statistics.ts";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

const api = "/api/v1/desk";

beforeEach(async () => {
  page.server.on(`GET ${api}/statistics`, { body: sampleStatistics() });
  await page.visit("statistics");
});

const first = "rejoinder-time-chart:first-of-type";

test("time chart: a drawing with a name, a sentence and a table", async () => {
  assert.equal(page.textOf(`${first} figcaption h3`), "Comments");
  assert.match(page.textOf(`${first} figcaption p`), /1,230 submitted/);
  const plot = page.find(`${first} .plot`);
  assert.equal(plot.getAttribute("aria-label"), "Comments");
  assert.equal(plot.dir, "ltr");
  assert.equal(plot.querySelectorAll("canvas").length, 1);

  assert.equal(page.count(`${first} tbody tr`), 0);
  const details = page.find<HTMLDetailsElement>(`${first} details`);
  details.open = true;
  details.dispatchEvent(new Event("toggle"));
  await page.clock.settle();
  assert.deepEqual(page.texts(`${first} tbody tr:nth-child(2) td`), [
    ...["1,200", "1,196", "2", "1", "1"],
  ]);
});

test("time chart: lines are told apart by dashes, and can be left out", async () => {
  const dashes = [...document.querySelectorAll(`${first} .legend line`)].map((line) =>
    line.getAttribute("stroke-dasharray"),
  );
  assert.equal(new Set(dashes).size, 5);
  const button = page.find(`${first} [data-line=held]`);
  assert.equal(button.getAttribute("aria-pressed"), "true");
  await page.press(`${first} [data-line=held]`);
  assert.equal(button.getAttribute("aria-pressed"), "false");
});

test("time chart: one line needs no legend", () => {
  assert.equal(page.count("rejoinder-time-chart"), 2);
  assert.equal(page.count(".legend"), 1);
});
