import { RulesDraft } from "./rules-draft.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

import { sampleRules } from "../testing/sample-rules.ts";

test("rules draft: unchanged until something is said otherwise, and when it is as before", () => {
  const draft = new RulesDraft(sampleRules());
  assert(!draft.isChanged);
  draft.set(["policy", "weights", "flood"], 7);
  assert(draft.isChanged);
  assert.deepEqual(draft.at(["policy", "weights"]), { flood: 7 });
  draft.set(["policy", "weights", "flood"], undefined);
  assert(!draft.isChanged);
});

test("rules draft: what the form does not know survives form and text", () => {
  const draft = new RulesDraft(sampleRules());
  draft.write("", '{"preset": "strict", "later": {"moon": [1]}}');
  draft.set(["preset"], "relaxed");
  assert.deepEqual(JSON.parse(draft.textOf("")), { preset: "relaxed", later: { moon: [1] } });
});

test("rules draft: text stays as it is typed, and tells where it cannot be understood", () => {
  const draft = new RulesDraft(sampleRules());
  const text = '{"preset":    "strict"}';
  draft.write("", text);
  assert.equal(draft.textOf(""), text);
  draft.write("", '{\n"preset": \n}');
  assert.deepEqual(draft.problemOf(""), { line: 3 });
  assert(!draft.isReadable && draft.isChanged);
  assert.equal(draft.at(["preset"]), "strict");
  draft.write("", "[]");
  assert.deepEqual(draft.problemOf(""), { line: 1 });
});

test("rules draft: a part as text is kept while it is not understood", () => {
  const draft = new RulesDraft(sampleRules());
  draft.write("policy.overrides", '[{"name": ');
  draft.set(["preset"], "strict");
  assert.equal(draft.textOf("policy.overrides"), '[{"name": ');
  assert(draft.problemOf("policy.overrides"));
  draft.write("policy.overrides", '[{"name": "night"}]');
  assert(draft.isReadable);
  assert.deepEqual(draft.at(["policy", "overrides", 0, "name"]), "night");
  draft.write("policy.overrides", " ");
  assert.equal(draft.at(["policy", "overrides"]), undefined);
});

test("rules draft: only lists that changed are sent, beside the version they come from", () => {
  const draft = new RulesDraft(sampleRules());
  const unchanged: unknown = draft.asNew;
  assert.deepEqual(unchanged, { rules: sampleRules().rules, base: "aaaaaaaaaaaa" });
  draft.setFile("house.txt", "zorgle\n");
  assert.deepEqual(draft.asNew.files, { "house.txt": "zorgle\n" });
  draft.setFile("house.txt", undefined);
  assert.equal(draft.asNew.files, undefined);
});

test("rules draft: a problem goes when its place is changed", () => {
  const draft = new RulesDraft(sampleRules());
  const problem = (field: string) => ({ field, code: "invalid", message: "expected else" });
  draft.problems = [problem("preset"), problem("words.txt line 3"), problem("zebra")];
  draft.set(["preset"], "strict");
  draft.setFile("words.txt", "");
  assert.deepEqual(draft.problems.map(({ field }) => field), ["zebra"]);
});
