import { RulesDesk, rulesPath } from "../testing/rules-desk.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { problem } from "../testing/fake-server.ts";
import { sampleRules } from "../testing/sample-rules.ts";

let page: RulesDesk;
beforeEach(() => (page = new RulesDesk()));
afterEach(() => page.close());


const versions = `POST ${rulesPath}/versions`;
const preset = "[data-path='preset']";
const textMode = "[name=mode][value=text]";
const text = "[data-text] textarea";

function refuses(...fields: string[]): void {
  const errors = fields.map((field) => ({ field, code: "invalid", message: "expected else" }));
  page.server.on(versions, problem(422, "invalid_rules", { errors }));
}

test("rules editor: form and text are the same, whatever the form knows", async () => {
  await page.show("edit");
  await page.set(preset, "strict");
  await page.set(textMode, true);
  const { value } = page.find<HTMLTextAreaElement>(text);
  assert.match(value, /"preset": "strict"/);
  await page.write(text, value.replace("{", '{"later": {"moon": 1},'));
  await page.set("[name=mode][value=form]", true);
  await page.set(preset, "relaxed");
  const rules = (await page.written()) as Record<string, unknown>;
  assert.deepEqual([rules["later"], rules["preset"]], [{ moon: 1 }, "relaxed"]);
});

test("rules editor: text that is no JSON stays text, and is not kept", async () => {
  await page.show("edit");
  await page.set(textMode, true);
  await page.write(text, '{\n"preset"\n}');
  assert.match(page.textOf(".line-problems"), /^Line 3: This is not JSON from here on\./);
  assert(page.find<HTMLInputElement>("[name=mode][value=form]").disabled);
  assert.match(page.textOf(".keeping"), /cannot be understood yet/);
  await page.submit(".keeping");
  assert.deepEqual(page.sent("versions"), []);
});

test("rules editor: what is kept is a version of its own, with a note", async () => {
  await page.show("edit");
  assert.match(page.textOf(".keeping"), /^As kept\./);
  await page.set(preset, "strict");
  page.keeps(sampleRules({ version: "cccccccccccc" }));
  page.server.on(versions, { status: 201, body: { version: "cccccccccccc" } });
  await page.write(".keeping [name=note]", "stricter");
  await page.submit(".keeping");
  const [sent] = page.sent("versions");
  assert.equal(sent?.["note"], "stricter");
  assert.equal(sent?.["base"], "aaaaaaaaaaaa");
  assert.match(page.textOf(".notices"), /Kept as version cccccccccccc\. It is not in force yet\./);
  assert.match(page.textOf(".keeping"), /^As kept\./);
});

test("rules editor: a problem leads to its field, and goes when that is mended", async () => {
  await page.show("edit");
  await page.set("[data-path='policy.weights.flood']", "7");
  refuses("policy.weights.flood", "words.txt line 2", "zebra");
  await page.submit(".keeping");
  assert.match(page.textOf(".keeping .problem"), /^These rules are not right yet\./);
  const flood = page.find("[data-path='policy.weights.flood']");
  assert.equal(flood.getAttribute("aria-invalid"), "true");
  assert.match(page.textOf("[data-reason=flood]"), /expected else/);
  await page.press(".rules-problems li:nth-child(1) button");
  assert.equal(document.activeElement, flood);
  await page.press(".rules-problems li:nth-child(2) button");
  const list = page.find<HTMLTextAreaElement>("[data-section=lists] textarea");
  assert.equal(document.activeElement, list);
  assert.equal(list.value.slice(list.selectionStart, list.selectionEnd), "zorgle");

  await page.set("[data-path='policy.weights.flood']", "6");
  assert.equal(page.count(".rules-problems li"), 2);
  assert.equal(flood.getAttribute("aria-invalid"), "false");
});

test("rules editor: what the form does not know is shown in the text, at its line", async () => {
  page.keeps(sampleRules({ rules: { preset: "strict", zebra: 1 } }));
  await page.show("edit");
  await page.set(preset, "");
  refuses("zebra");
  await page.submit(".keeping");
  await page.press(".rules-problems button");
  const field = page.find<HTMLTextAreaElement>(text);
  assert.equal(document.activeElement, field);
  assert.equal(field.value.slice(field.selectionStart, field.selectionEnd).trim(), '"zebra": 1');
  assert.match(page.textOf(".rules-problems li"), /^Line 2: zebra: expected else$/);
});

test("rules editor: who may not change rules sees them all, as form and as text", async () => {
  await page.show("edit", { role: "viewer" });
  assert.match(page.textOf("#page .hint"), /change nothing/);
  assert(page.find<HTMLSelectElement>(preset).disabled);
  assert.equal(page.count(".keeping, [data-add], [data-remove]"), 0);
  await page.set(textMode, true);
  assert(page.find<HTMLTextAreaElement>(text).readOnly);
});
