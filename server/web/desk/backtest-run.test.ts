import "../testing/browser.ts";

import { BacktestRun } from "./backtest-run.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { DeskApi } from "../shared/desk-api.ts";
import { RulesApi } from "../shared/rules-api.ts";
import { Clock } from "../testing/clock.ts";
import { FakeServer, problem } from "../testing/fake-server.ts";
import { FakeStorage } from "../testing/fake-storage.ts";
import { sampleReport } from "../testing/sample-rules.ts";
import { SignInState } from "./sign-in-state.ts";

const path = "/api/v1/desk/rules/backtests";
let clock: Clock;
let server: FakeServer;
let ended: string[];

beforeEach(() => {
  clock = new Clock().install();
  Object.assign(globalThis, { sessionStorage: new FakeStorage() });
  server = new FakeServer().on(`POST ${path}`, { status: 202, body: { id: "7" } });
  is("running", { progress: { done: 1, of: 4 } });
  ended = [];
});
afterEach(() => clock.uninstall());

function is(state: string, extra: object): void {
  server.on(`GET ${path}/7`, { body: { id: "7", state, ...extra } });
}

function makeRun(): BacktestRun {
  const desk = new DeskApi("https://desk.example", server.fetch);
  const signIn = new SignInState(desk, () => {});
  const onEnd = ({ state }: { state: string }) => ended.push(state);
  const api = new RulesApi(desk);
  return new BacktestRun({ api, signIn, onChange: () => {}, onEnd });
}

test("backtest run: is asked for until it has ended, and then told", async () => {
  const run = makeRun();
  await run.start({ version: "b", days: 30 });
  await clock.advance(1_500);
  assert.deepEqual(run.latest?.progress, { done: 1, of: 4 });
  assert(run.isRunning);
  is("done", { report: sampleReport() });
  await clock.advance(1_000);
  assert.equal(run.latest?.report?.changed, 3);
  assert(!run.isRunning);
  assert.deepEqual(ended, ["done"]);
  assert.equal(clock.pending, 0);
});

test("backtest run: is found again after the page was loaded anew, and told once", async () => {
  await makeRun().start({ version: "b", days: 30 });
  is("done", { report: sampleReport() });
  const run = makeRun();
  assert(run.isRunning);
  run.follow();
  await clock.advance(10);
  assert.equal(run.latest?.state, "done");
  run.follow();
  assert.equal(clock.pending, 0);
});

test("backtest run: no answer is no end; one that is not there any more is", async () => {
  const run = makeRun();
  await run.start({ version: "b", days: 30 });
  server.on(`GET ${path}/7`, "unreachable");
  await clock.advance(1_100);
  assert(run.error && run.isRunning);
  server.on(`GET ${path}/7`, problem(404, "backtest_not_found"));
  await clock.advance(1_100);
  assert(!run.isRunning && run.latest === undefined);
  assert.equal(clock.pending, 0);
});

test("backtest run: what forbids it is thrown", async () => {
  server.on(`POST ${path}`, problem(429, "too_many_requests"));
  await assert.rejects(makeRun().start({ version: "b", days: 30 }));
});
