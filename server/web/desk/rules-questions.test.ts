import { RulesDesk } from "../testing/rules-desk.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

let page: RulesDesk;
beforeEach(() => (page = new RulesDesk()));
afterEach(() => page.close());


const open = () => page.choose("[name=open]", "bbbbbbbbbbbb");
const opened = () => page.find<HTMLSelectElement>("[name=open]").value;

test("rules questions: where nothing is changed, nothing is asked", async () => {
  await page.show("edit");
  await open();
  assert.equal(opened(), "bbbbbbbbbbbb");
  assert.equal(page.count("[role=dialog]"), 0);
});

test("rules questions: what is changed is given up only when that is wanted", async () => {
  await page.show("edit");
  await page.set("[data-path='preset']", "strict");
  await open();
  assert.match(page.textOf(".question"), /What you have changed of version aaaaaaaaaaaa is lost\./);
  await page.key("Escape");
  assert.equal(opened(), "aaaaaaaaaaaa");
  assert.equal(page.find<HTMLSelectElement>("[data-path='preset']").value, "strict");
  await open();
  await page.press(".question [data-confirm]");
  await page.clock.settle();
  assert.equal(opened(), "bbbbbbbbbbbb");
});

test("rules questions: a version that is gone is told, and what is open stays", async () => {
  await page.show("edit");
  page.server.on("GET /api/v1/desk/rules/versions/bbbbbbbbbbbb", "unreachable");
  await open();
  assert.match(page.textOf(".notice[data-kind=problem]"), /could not be reached/);
  assert.equal(opened(), "aaaaaaaaaaaa");
});
