import { RulesDesk, rulesPath } from "../testing/rules-desk.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { problem } from "../testing/fake-server.ts";
import { sampleList } from "../testing/sample-rules.ts";

let page: RulesDesk;
beforeEach(() => (page = new RulesDesk()));
afterEach(() => page.close());


test("rules page: g r leads to it, with the focus on its heading", async () => {
  await page.work([]);
  await page.key("g");
  await page.key("r");
  assert.equal(page.textOf("#page h2"), "Rules");
  assert.equal(document.activeElement, page.find("#page h2"));
  assert.match(page.textOf(".in-force"), /aaaaaaaaaaaa now/);
});

test("rules page: the address leads to a part of it, and follows", async () => {
  await page.show("trial");
  assert.equal(page.textOf("#page [aria-selected=true]"), "Test");
  await page.press("#rules-panel-tab-backtest");
  assert.equal(location.search, "?page=rules&view=backtest");
  assert(page.find("#rules-panel-trial").hidden);
});

test("rules page: what was written in a part is there when one comes back to it", async () => {
  await page.show("trial");
  await page.write("[name=text]", "half a thought");
  await page.press("#rules-panel-tab-versions");
  await page.press("#rules-panel-tab-trial");
  assert.equal(page.find<HTMLTextAreaElement>("[name=text]").value, "half a thought");
});

test("rules page: what is changed is there when one comes back to the page", async () => {
  await page.show("edit");
  await page.set("[data-path='preset']", "strict");
  await page.key("g");
  await page.key("q");
  assert.equal(page.count("#page"), 0);
  await page.key("g");
  await page.key("r");
  await page.clock.settle();
  assert.match(page.textOf(".keeping"), /^Changed, not kept\./);
  const leaving = new Event("beforeunload", { cancelable: true });
  window.dispatchEvent(leaving);
  assert(leaving.defaultPrevented);
  await page.press("[data-discard]");
  await page.press(".question [data-confirm]");
});

test("rules page: that the rules cannot be fetched is said, and tried again", async () => {
  page.server.on(`GET ${rulesPath}`, problem(503, "temporarily_unavailable"));
  await page.show("versions");
  assert.match(page.textOf("#page [role=alert]"), /^The server cannot do this at the moment\./);
  page.lists(sampleList());
  await page.press("#page [role=alert] button");
  await page.clock.settle();
  assert.equal(page.count("#page [role=alert]:not(:empty)"), 0);
  assert.equal(page.count(".versions li"), 2);
});
