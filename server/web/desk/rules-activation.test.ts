import { RulesDesk, rulesPath } from "../testing/rules-desk.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { problem } from "../testing/fake-server.ts";

let page: RulesDesk;
beforeEach(() => (page = new RulesDesk()));
afterEach(() => page.close());


const activations = `POST ${rulesPath}/activations`;

test("rules activation: shows what it changes before it is done, with a note", async () => {
  await page.show("versions");
  await page.press("[data-activate]");
  assert.equal(page.textOf("[role=dialog] h2"), "Put these rules in force?");
  assert.match(page.textOf(".activation table"), /policy\.weights\.flood not said 7/);
  const [compared] = page.server.asked(`GET ${rulesPath}/differences`).slice(-1);
  assert.equal(String(compared?.query), "from=aaaaaaaaaaaa&to=bbbbbbbbbbbb");
  assert.equal(document.activeElement, page.find("[role=dialog]"));

  page.server.on(activations, { body: { active: "bbbbbbbbbbbb" } });
  await page.write(".activation [name=note]", " election night ");
  await page.submit(".activation form");
  assert.deepEqual(page.sent("activations"), [
    { version: "bbbbbbbbbbbb", note: "election night" },
  ]);
  assert.equal(page.count("[role=dialog]"), 0);
  assert.match(page.textOf(".notices"), /Version bbbbbbbbbbbb is in force\./);
});

test("rules activation: what forbids it is said, and can be tried again", async () => {
  await page.show("versions");
  await page.press("[data-activate]");
  page.server.on(activations, problem(409, "rules_kept_in_file"));
  await page.submit(".activation form");
  assert.match(page.textOf(".activation .problem"), /Change them there\.$/);
  assert.equal(page.find(".activation .primary").getAttribute("aria-disabled"), "false");
});
