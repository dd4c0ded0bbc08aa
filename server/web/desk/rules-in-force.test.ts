import { RulesDesk } from "../testing/rules-desk.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { sampleList, sampleRules } from "../testing/sample-rules.ts";

let page: RulesDesk;
beforeEach(() => (page = new RulesDesk()));
afterEach(() => page.close());


test("rules in force: which, since when, by whom, and what is only tried", async () => {
  await page.show("versions");
  assert.match(page.textOf(".in-force"), /aaaaaaaaaaaa now Since 23 hours ago, by Mira/);
  assert.match(page.textOf(".silent"), /^Shouting Look at the comments$/);
  assert.equal(page.find(".silent a").getAttribute("href"), "?state=all&reason=shouting");
});

test("rules in force: what moderators made of comments with it", async () => {
  const reasons = [{ reason: "shouting", comments: 12, decided: 4, refused: 3 }];
  page.server.on("GET /api/v1/desk/statistics", { body: { reasons } });
  await page.show("versions");
  await page.clock.settle();
  const text = /In 12 comments of the last 30 days; of 4 decided, 3 refused\./;
  assert.match(page.textOf(".silent"), text);
  const [asked] = page.server.asked("GET /api/v1/desk/statistics");
  assert.equal(asked?.query.get("since"), "2026-09-12");
  assert.equal(asked?.query.get("until"), "2026-10-13");
});

test("rules in force: rolling back asks, and puts in force what was before", async () => {
  await page.show("versions");
  page.server.on("POST /api/v1/desk/rules/activations", { body: { active: "bbbbbbbbbbbb" } });
  await page.press("[data-roll-back]");
  assert.equal(page.textOf("[role=dialog] h2"), "Roll back to the rules before?");
  await page.submit(".activation form");
  assert.deepEqual(page.sent("activations"), [{ version: "bbbbbbbbbbbb", note: "" }]);
});

test("rules in force: where a file is the master, that is said, and no rolling back", async () => {
  page.lists(sampleList({ master: "file" }));
  await page.show("versions");
  assert.match(page.textOf(".in-force .hint"), /a file on the server/);
  assert.equal(page.count("[data-roll-back], [data-activate]"), 0);
});

test("rules in force: with a say for all of it, backtested at once", async () => {
  page.keeps(sampleRules({ version: "cccccccccccc" }));
  const { server } = page;
  const body = { version: "cccccccccccc" };
  server.on("POST /api/v1/desk/rules/versions", { status: 201, body });
  server.on("POST /api/v1/desk/rules/backtests", { status: 202, body: { id: "7" } });
  server.on("GET /api/v1/desk/rules/backtests/7", { body: { id: "7", state: "failed" } });
  await page.show("versions");
  await page.press("[data-try]");
  const [kept] = page.sent("versions");
  assert.deepEqual((kept?.["rules"] as Record<string, unknown>)["policy"], undefined);
  assert.equal(kept?.["note"], "With a say: Shouting");
  const days = { days: 30 };
  const [wanted] = page.sent("backtests");
  assert.deepEqual(wanted, { version: "cccccccccccc", against: "aaaaaaaaaaaa", ...days });
  assert.equal(page.textOf("#page [aria-selected=true]"), "Backtest");
});

test("rules in force: who only looks sees it all, and changes nothing", async () => {
  await page.show("versions", { role: "viewer" });
  page.find(".silent");
  assert.equal(page.count("[data-roll-back], [data-try], [data-activate]"), 0);
});
