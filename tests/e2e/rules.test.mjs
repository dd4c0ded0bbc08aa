// The rules as versions: changed in their file or at the desk, in force without a restart, tried
// before they decide.

import assert from "node:assert/strict";
import {readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {after, before, describe, test} from "node:test";
import {fileURLToPath} from "node:url";

import {end, judgedOf, startWithRules} from "./support/own-rules.mjs";
import {until} from "./support/server.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));

describe("where the file is the master", () => {
  let place;
  before(async () => { place = await startWithRules("file"); });
  after(() => end(place));

  test("a change of the file is applied while comments come", async () => {
    const {server, rules, directory} = place;
    assert.equal((await judgedOf(server, "Ann", "A zorgle in the garden.")).state, "published");
    await writeFile(join(directory, "zorgle.txt"), "zorgle\n");
    await writeFile(rules, JSON.stringify({
      extends: "moderation.json",
      filters: {words: {lists: [{file: "zorgle.txt", reason: "suspect_word"}]}},
    }));
    const held = await until(async () => {
      const {state, reasons} = await judgedOf(server, `Bea ${Date.now()}`, "Another zorgle here.");
      return state === "pending" && reasons;
    }, "the change is not applied");
    assert.ok(held.some(({code}) => code === "suspect_word"), JSON.stringify(held));
    assert.ok(!JSON.stringify(held).includes("zorgle"), "the author is not told the word");
    assert.match((await server.command(["rules", "list"])).stdout, /by file: changed/);
  });

  test("a faulty change changes nothing and is in the log", async () => {
    const {server, rules} = place;
    await writeFile(rules, "{");
    await until(() => server.log.some((line) => line.includes("rules_not_taken")), "not logged");
    assert.equal((await judgedOf(server, "Cem", "One more zorgle.")).state, "pending");
    await writeFile(rules, JSON.stringify({extends: "moderation.json"}));
    await until(async () =>
      (await judgedOf(server, `Dan ${Date.now()}`, "A zorgle again.")).state === "published",
    "the mended file is not applied");
  });

  test("commands do not go behind its back", async () => {
    await assert.rejects(place.server.command(["rules", "rollback"]), ({stderr}) =>
      stderr.includes("change it, and it is applied at once"));
  });
});

describe("where the desk is the master", () => {
  let place;
  before(async () => { place = await startWithRules("desk"); });
  after(() => end(place));

  test("versions are checked, compared, put in force and rolled back", async () => {
    const {server, rules, directory} = place;
    const run = async (...words) => (await server.command(["rules", ...words])).stdout;
    assert.match(await run("check"), /own-rules\.json: good\. Version [0-9a-f]{12}, \d+ filters/);
    await writeFile(join(directory, "strict.json"), JSON.stringify({
      extends: "moderation.json", policy: {weights: {new_author: 5}},
    }));
    const strict = join(directory, "strict.json");
    await assert.rejects(server.command(["rules", "diff", "active", strict]), ({code, stdout}) =>
      code === 1 && stdout.includes("policy.weights.new_author: not said -> 5"));

    assert.match(await run("activate", strict, "--note", "election night"), /is in force/);
    await until(async () =>
      (await judgedOf(server, `E ${Date.now()}`, "Well.")).state === "pending",
    "it is not taken up");
    assert.match(await run("list"), /election night/);
    const policy = JSON.parse(await run("policy", "--rules", "active"));
    assert.deepEqual(policy.weights.new_author, {value: 5, from: "rule set"});
    assert.equal(policy.weights.shouting.from, "preset balanced");
    assert.match(await run("rollback"), /in force again/);
    await until(async () =>
      (await judgedOf(server, `F ${Date.now()}`, "Well!")).state === "published",
    "it is not rolled back");
    assert.equal(await run("diff"), `No difference: both are version ${
      (await run("check")).match(/Version (\w+)/)[1]}.\n`);
    await writeFile(rules, "{\"filters\": {\"zebra\": 1}}");
    await assert.rejects(server.command(["rules", "check", rules]), ({code, stderr}) =>
      code === 2 && stderr.includes("filters.zebra: unknown key"));
    await writeFile(rules, JSON.stringify({extends: "moderation.json"}));
  });

  test("a comment is tried, and what every filter made of it is told", async () => {
    const {stdout} = await place.server.command(
      ["rules", "test", "Call 030 1234567 or write to me@mail.example", "--name", "Ada"]);
    assert.match(stdout, /^hold, score [\d.]+ \(rule set [0-9a-f]{12}\)$/m);
    assert.match(stdout, /contact +contact_data in text: "me@mail\.example"/);
    assert.match(stdout, /passed: flood /);
  });

  test("a backtest tells what would change, and every verdict is replayed as it was", async () => {
    const {server, directory} = place;
    const texts = ["SO LOUD A WORD MUST NOT BE.", "Fine.",
      "See the timetable at example.com before you travel by ferry."];
    for (const [i, text] of texts.entries()) await judgedOf(server, `Gil ${i}`, text);
    await writeFile(join(directory, "silent.json"), JSON.stringify({
      extends: "moderation.json",
      filters: {links: {links_max: 0}},
      policy: {silent: {shouting: true}},
    }));
    const candidate = join(directory, "silent.json");
    const {stdout, stderr} = await server.command(["rules", "backtest", candidate, "--json"]);
    const report = JSON.parse(stdout);
    assert.ok(report.comments >= 5, stdout);
    assert.equal(report.unlike_stored, 0);
    assert.ok(report.verdicts.some(({before: b, after: a}) => b === "publish" && a === "hold"));
    assert.ok(report.examples.some(({excerpt}) => excerpt.includes("example.com")));
    assert.equal(report.after.reasons.shouting.comments, report.before.reasons.shouting.comments);
    assert.match(stderr, /100 %/);
    const text = (await server.command(["rules", "backtest", candidate])).stdout;
    assert.match(text, /publish +-> hold +\d+ +\*/);
  });

  test("the desk's API keeps, compares, activates and tries", async () => {
    const {server} = place;
    await server.addModerator("ada", "the password of ada", "admin");
    const signedIn = await fetch(`${server.url}/api/v1/desk/session`, {
      method: "POST", headers: {"content-type": "application/json"},
      body: JSON.stringify({name: "ada", password: "the password of ada"}),
    });
    const cookie = signedIn.headers.get("set-cookie").split(";")[0];
    const headers = {cookie, "content-type": "application/json",
      "x-csrf-token": (await signedIn.json()).csrf_token};
    const call = async (path, json) => {
      const answer = await fetch(`${server.url}/api/v1/desk/rules${path}`, {
        headers, ...(json && {method: "POST", body: JSON.stringify(json)}),
      });
      return {status: answer.status, ...(await answer.json())};
    };
    const {active, master} = await call("");
    assert.equal(master, "desk");
    const {rules} = await call(`/versions/${active}`);
    const wrong = await call("/versions", {rules: {preset: "mild", zebra: 1}});
    assert.equal(wrong.status, 422);
    assert.deepEqual(wrong.errors.map(({field}) => field), ["preset", "zebra"]);

    const louder = {...rules, policy: {weights: {shouting: 7}}};
    const kept = await call("/versions", {rules: louder, base: active, note: "louder"});
    assert.equal(kept.status, 201);
    const {keys} = await call(`/differences?to=${kept.version}`);
    assert.deepEqual(keys, [{path: "policy.weights.shouting", before: null, after: 7}]);

    const started = await call("/backtests", {version: kept.version, days: 2});
    assert.equal(started.status, 202);
    const done = await until(async () => {
      const found = await call(`/backtests/${started.id}`);
      return found.state === "done" && found;
    }, "the backtest does not end");
    assert.ok(done.report.changed >= 1, JSON.stringify(done.report));

    assert.equal((await call("/activations", {version: kept.version})).status, 200);
    await until(async () => (await call("/policy")).weights.shouting.value === 7, "not in force");
    const held = await until(async () => {
      const found = await judgedOf(server, `Hal ${Date.now()}`, "HOW VERY LOUD THIS TEXT IS HERE");
      return found.state === "pending" && found;
    }, "it is not judged by it");
    const shown = await (await fetch(`${server.url}/api/v1/desk/comments/${held.id}`, {headers}))
      .json();
    const shouting = shown.filters.find(({name}) => name === "shouting");
    assert.deepEqual(shouting, {name: "shouting", passed: false});
    assert.ok(shown.filters.some(({name, passed}) => name === "link" && passed));
    assert.ok(shown.for_author.some(({code}) => code === "shouting"));
    assert.equal(shown.rule_set, kept.version);
  });
});

test("the rules that are shipped name their schema, and it is in its place", async () => {
  const shipped = await readFile(join(root, "config/moderation.json"), "utf8");
  const [, schema] = shipped.match(/"\$schema": "([^"]+)"/);
  JSON.parse(await readFile(join(root, "config", schema), "utf8"));
});
