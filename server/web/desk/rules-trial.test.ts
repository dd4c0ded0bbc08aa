import { RulesDesk, rulesPath } from "../testing/rules-desk.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { problem } from "../testing/fake-server.ts";
import { sampleFinding } from "../testing/sample-desk.ts";

let page: RulesDesk;
beforeEach(() => (page = new RulesDesk()));
afterEach(() => page.close());


const trials = `POST ${rulesPath}/trials`;

async function tryText(text: string): Promise<void> {
  await page.write("[name=text]", text);
  await page.submit(".trial form");
}

test("rules trial: verdict, score, and what was found at its place", async () => {
  const findings = [
    sampleFinding("suspect_word", 2, 8, { detail: "zorgle", weight: 5 }),
    sampleFinding("shouting", 0, 0, { weight: 2, silent: true }),
    sampleFinding("link_in_name", 0, 3, { field: "name", weight: 5 }),
  ];
  const body = { verdict: "hold", score: 10, findings, rule_set: "aaaaaaaaaaaa" };
  page.server.on(trials, { body });
  await page.show("trial");
  await tryText("A zorgle <b>here</b>");
  assert.equal(page.textOf(".verdict"), "Held Score 10, by version aaaaaaaaaaaa");
  assert.equal(page.textOf(".trial mark"), "zorgle");
  assert.equal(page.count(".trial b"), 0);
  assert.deepEqual(page.texts(".trial-findings li"), [
    "Suspect word: zorgle (+5)",
    "Shouting (+2) only recorded",
    "Link in the name (+5) In the name",
  ]);
  assert.deepEqual(page.sent("trials"), [
    { version: "aaaaaaaaaaaa", comment: { name: "Ada", text: "A zorgle <b>here</b>" } },
  ]);
});

test("rules trial: what is changed and not kept is tried too, lists with it", async () => {
  page.server.on(trials, { body: { verdict: "publish", score: 0, findings: [], rule_set: "x" } });
  await page.show("edit");
  await page.set("[data-path='preset']", "strict");
  await page.write("[data-section=lists] textarea", "flump");
  await page.press("#rules-panel-tab-trial");
  assert.match(page.textOf(".trial [name=version]"), /^As changed, not kept/);
  await tryText("flump");
  const [{ rules, files, base } = {}] = page.sent("trials");
  assert.equal((rules as Record<string, unknown>)["preset"], "strict");
  assert.deepEqual([files, base], [{ "words.txt": "flump" }, "aaaaaaaaaaaa"]);
  assert.match(page.textOf(".trial-result"), /The filters found nothing\./);
});

test("rules trial: nothing is no comment; what fails is said", async () => {
  await page.show("trial");
  await tryText(" ");
  assert.equal(page.textOf(".trial .problem"), "Please write a comment to test.");
  await tryText("Hello");
  assert.equal(page.textOf(".trial .problem"), "This server cannot test comments yet.");
  page.server.on(trials, problem(404, "rules_not_found"));
  await tryText("Hello");
  assert.equal(page.textOf(".trial .problem"), "This version is not kept any more.");
});
