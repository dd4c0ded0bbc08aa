import { RulesDesk } from "../testing/rules-desk.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { sampleRules } from "../testing/sample-rules.ts";

let page: RulesDesk;
beforeEach(() => (page = new RulesDesk()));
afterEach(() => page.close());


function placeholder(path: string): string | null {
  return page.find(`[data-path='${path}']`).getAttribute("placeholder");
}

test("setting field: empty where the preset counts, and tells what that says", async () => {
  page.keeps(sampleRules({ rules: { policy: { weights: { flood: 9 } } } }));
  await page.show("edit");
  assert.equal(placeholder("policy.weights.shouting"), "2");
  assert.equal(placeholder("filters.length.text_max"), "10,000");
  assert.equal(page.find<HTMLInputElement>("[data-path='policy.weights.flood']").value, "9");
  assert.match(page.textOf("[data-path='policy.decisive.banned_word']"), /^Preset: Rejected/);
  await page.set("[data-path='preset']", "strict");
  assert.equal(placeholder("policy.weights.shouting"), "5");
  assert.equal(placeholder("filters.links.links_max"), "0");
});

test("setting field: a switch says only what the preset does not", async () => {
  page.keeps(sampleRules({ rules: {} }));
  await page.show("edit");
  const ibans = page.find<HTMLInputElement>("[data-path='filters.contact.ibans']");
  assert(ibans.checked);
  await page.set("[data-path='filters.contact.ibans']", false);
  assert.deepEqual(await page.written(), { filters: { contact: { ibans: false } } });
  await page.set("[data-path='filters.contact.ibans']", true);
  assert.deepEqual(await page.written(), {});
});

test("setting field: a choice this desk does not know is shown, not lost", async () => {
  page.keeps(sampleRules({ rules: { preset: "moon" } }));
  await page.show("edit");
  assert.equal(page.find<HTMLSelectElement>("[data-path='preset']").value, "moon");
  assert.deepEqual(await page.written(), { preset: "moon" });
});
