import { RulesDesk } from "../testing/rules-desk.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { sampleRules } from "../testing/sample-rules.ts";
import { reasons } from "./messages.ts";

let page: RulesDesk;
beforeEach(() => (page = new RulesDesk()));
afterEach(() => page.close());


test("reason settings: every reason has weight, consequence and silence", async () => {
  page.keeps(sampleRules({ rules: {} }));
  await page.show("edit");
  assert.equal(page.count(".reason-settings li"), reasons.length);
  const row = "[data-reason=flood]";
  assert.equal(page.textOf(`${row} .setting span`), "Weight: Too many comments");
  await page.set(`${row} input[type=number]`, "7");
  await page.set(`${row} select`, "hold");
  await page.set(`${row} input[type=checkbox]`, true);
  assert.deepEqual(await page.written(), {
    policy: { weights: { flood: 7 }, decisive: { flood: "hold" }, silent: { flood: true } },
  });
});
