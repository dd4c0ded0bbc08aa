import { RulesDesk, rulesPath } from "../testing/rules-desk.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { problem } from "../testing/fake-server.ts";
import { sampleReport } from "../testing/sample-rules.ts";

let page: RulesDesk;
beforeEach(() => (page = new RulesDesk()));
afterEach(() => page.close());


const path = `${rulesPath}/backtests`;
const part = "#rules-panel-backtest";

beforeEach(() => {
  page.server.on(`POST ${path}`, { status: 202, body: { id: "7" } });
  is("running", { progress: { done: 25, of: 100 } });
});

function is(state: string, extra: object): void {
  const base = { id: "7", by: "Ada", version: "bbbbbbbbbbbb", at: "2026-10-12T08:00:00Z" };
  page.server.on(`GET ${path}/7`, { body: { ...base, state, ...extra } });
}

test("rules backtest: starts, tells how far it is, and what came out", async () => {
  await page.show("backtest");
  await page.choose(`${part} [name=version]`, "bbbbbbbbbbbb");
  await page.write(`${part} [name=days]`, "7");
  await page.submit(`${part} form`);
  await page.clock.advance(10);
  const versions = { version: "bbbbbbbbbbbb", against: "aaaaaaaaaaaa" };
  assert.deepEqual(page.sent("backtests"), [{ ...versions, days: 7 }]);
  assert.match(page.textOf(`${part} .progress`), /Running … 25 of 100 comments/);
  is("done", { report: sampleReport() });
  await page.clock.advance(1_100);
  assert.match(page.textOf(`${part} .report`), /3 would change/);
  assert.match(page.textOf(".notices"), /The backtest has ended\./);
});

test("rules backtest: goes on while one is elsewhere", async () => {
  await page.show("backtest");
  await page.submit(`${part} form`);
  await page.clock.advance(10);
  await page.key("g");
  await page.key("q");
  is("done", { report: sampleReport() });
  await page.clock.advance(1_100);
  assert.match(page.textOf(".notices"), /The backtest has ended\./);
  await page.key("g");
  await page.key("r");
  await page.clock.settle();
  assert.match(page.textOf(`${part} .report`), /3 would change/);
});

test("rules backtest: one that another has started, or that failed, is told", async () => {
  await page.show("backtest");
  page.server.on(`POST ${path}`, problem(429, "too_many_requests"));
  await page.submit(`${part} form`);
  assert.match(page.textOf(`${part} form .problem`), /Please wait a moment\./);
  page.server.on(`POST ${path}`, { status: 202, body: { id: "7" } });
  is("failed", {});
  await page.submit(`${part} form`);
  await page.clock.advance(10);
  assert.match(page.textOf(`${part} > * > .problem`), /The backtest has failed\./);
});

test("rules backtest: a viewer starts none", async () => {
  await page.show("backtest", { role: "viewer" });
  assert.equal(page.count(`${part} form`), 0);
});
