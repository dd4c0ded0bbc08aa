import { RulesDesk } from "../testing/rules-desk.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

let page: RulesDesk;
beforeEach(() => (page = new RulesDesk()));
afterEach(() => page.close());


test("rules versions: lists them, with what can be done with each", async () => {
  await page.show("versions");
  const [active, other] = page.texts(".versions > li");
  assert.match(active ?? "", /^aaaaaaaaaaaa In force now Mira, 23 hours ago Open$/);
  assert.match(other ?? "", /Open Compare with what is in force Put in force …$/);
  assert.equal(page.count(".activations li"), 2);
});

test("rules versions: any two are compared", async () => {
  await page.show("versions");
  await page.press("[data-compare]");
  assert.equal(page.find<HTMLSelectElement>("[name=to]").value, "bbbbbbbbbbbb");
  assert.equal(document.activeElement, page.find("[data-differences]"));
  await page.choose("[name=from]", "bbbbbbbbbbbb");
  const [last] = page.server.asked("GET /api/v1/desk/rules/differences").slice(-1);
  assert.equal(String(last?.query), "from=bbbbbbbbbbbb&to=bbbbbbbbbbbb");
});

test("rules versions: one is opened where it can be read and changed", async () => {
  await page.show("versions");
  await page.press("[data-version=bbbbbbbbbbbb] [data-open]");
  assert.equal(page.textOf("#page [aria-selected=true]"), "Rule set");
  assert.equal(page.find<HTMLSelectElement>("[name=open]").value, "bbbbbbbbbbbb");
});
