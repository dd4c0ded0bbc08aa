import { RulesApi } from "./rules-api.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

import { FakeServer, problem } from "../testing/fake-server.ts";
import { DeskApi } from "./desk-api.ts";
import { ApiError } from "./request.ts";

const base = "/api/v1/desk/rules";

function rulesOf(server: FakeServer): RulesApi {
  return new RulesApi(new DeskApi("https://desk.example", server.fetch));
}

test("rules api: versions are kept, compared and put in force", async () => {
  const server = new FakeServer()
    .on(`POST ${base}/versions`, { status: 201, body: { version: "b" } })
    .on(`GET ${base}/differences`, { body: { keys: [], lists: [] } })
    .on(`POST ${base}/activations`, { body: { active: "b" } });
  const rules = rulesOf(server);
  assert.equal(await rules.keep({ rules: { preset: "strict" }, base: "a", note: "why" }), "b");
  await rules.differences("a", "b");
  await rules.activate("b", "election");
  const [kept, compared, activated] = server.requests;
  assert.deepEqual(kept?.body, { rules: { preset: "strict" }, base: "a", note: "why" });
  assert.equal(String(compared?.query), "from=a&to=b");
  assert.deepEqual(activated?.body, { version: "b", note: "election" });
});

test("rules api: what is wrong with rules is told whole", async () => {
  const errors = [{ field: "preset", code: "invalid", message: "expected another" }];
  const server = new FakeServer().on(
    `POST ${base}/versions`,
    problem(422, "invalid_rules", { errors }),
  );
  await assert.rejects(rulesOf(server).keep({ rules: {} }), (error) => {
    assert(error instanceof ApiError);
    assert.deepEqual(error.errors, errors);
    return true;
  });
});

test("rules api: backtests and trials are asked for by name", async () => {
  const server = new FakeServer()
    .on(`POST ${base}/backtests`, { status: 202, body: { id: "7" } })
    .on(`GET ${base}/backtests/7`, { body: { id: "7", state: "running" } })
    .on(`POST ${base}/trials`, { body: { verdict: "hold", score: 5, findings: [] } });
  const rules = rulesOf(server);
  assert.equal(await rules.startBacktest({ version: "b", days: 30 }), "7");
  assert.equal((await rules.backtest("7")).state, "running");
  assert.equal((await rules.trial({ comment: { name: "A", text: "B" } })).verdict, "hold");
});

test("rules api: a server without statistics knows of no reasons", async () => {
  const server = new FakeServer();
  assert.deepEqual(await rulesOf(server).reasons("2026-10-01", "2026-11-01"), []);
  const reasons = [{ reason: "shouting", comments: 3, decided: 2, refused: 1 }];
  server.on("GET /api/v1/desk/statistics", { body: { reasons } });
  assert.deepEqual(await rulesOf(server).reasons("2026-10-01", "2026-11-01"), reasons);
});
