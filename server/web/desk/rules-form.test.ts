import { RulesDesk } from "../testing/rules-desk.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { sampleRules } from "../testing/sample-rules.ts";

let page: RulesDesk;
beforeEach(() => (page = new RulesDesk()));
afterEach(() => page.close());


test("rules form: what is set goes to its place, what is cleared is not said", async () => {
  page.keeps(sampleRules({ rules: {} }));
  await page.show("edit");
  await page.set("[data-path='policy.thresholds.hold']", "4.5");
  await page.set("[data-path='filters.links.links_max']", "0");
  await page.set("[data-path='policy.mode']", "before");
  await page.set("[data-path='filters.language.accepted']", "de\n en \n\n");
  assert.deepEqual(await page.written(), {
    policy: { thresholds: { hold: 4.5 }, mode: "before" },
    filters: { links: { links_max: 0 }, language: { accepted: ["de", "en"] } },
  });
  await page.set("[data-path='policy.thresholds.hold']", "");
  await page.set("[data-path='policy.mode']", "");
  await page.set("[data-path='filters.links.links_max']", "");
  await page.set("[data-path='filters.language.accepted']", "");
  assert.deepEqual(await page.written(), {});
});

test("rules form: overrides are told, and changed as text", async () => {
  const overrides = [{ name: "sport", when: { sections: ["/sport/", "/x/"] }, mode: "before" }];
  page.keeps(sampleRules({ rules: { policy: { overrides } } }));
  await page.show("edit");
  assert.equal(page.textOf(".overrides"), "sport sections /sport/, /x/ → mode before");
  const field = "[data-section=overrides] textarea";
  await page.write(field, "[{");
  assert.match(page.textOf("[data-section=overrides] .line-problems"), /not JSON/);
  await page.write(field, '[{"name": "night"}]');
  assert.deepEqual(await page.written(), { policy: { overrides: [{ name: "night" }] } });
  assert.match(page.textOf(".overrides"), /^night always/);
});
