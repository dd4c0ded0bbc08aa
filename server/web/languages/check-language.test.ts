import { problemsOf, type LanguageFile } from "./check-language.ts";

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const files = readdirSync("languages").filter((name) => name.endsWith(".json"));

for (const file of files)
  test(`languages: ${file} says everything, and says it well`, () => {
    const language = JSON.parse(readFileSync(`languages/${file}`, "utf8")) as LanguageFile;
    const { missing, unknown, wrong } = problemsOf(file.replace(".json", ""), language);
    assert.deepEqual(missing, []);
    assert.deepEqual(wrong, []);
    assert.deepEqual(unknown, []);
  });

const english = {
  shared: { closed: "Closed." },
  widget: { hello: "Hello {name}" },
  desk: { many: { one: "{count} of {all}", other: "{count} of {all}!" } },
};

function problems(name: string, extra: Partial<LanguageFile>) {
  const shared = { closed: "Zu." };
  const widget = { hello: "Hallo {name}" };
  const desk = { many: { one: "1 von {all}", other: "{count} von {all}" } };
  const file: LanguageFile = { name, direction: "ltr", shared, widget, desk, ...extra };
  return problemsOf(name, file, english);
}

test("languages: a file that says everything has no problem", () => {
  assert.deepEqual(problems("de", {}), { missing: [], unknown: [], wrong: [] });
});

test("languages: what is missing, unknown or without a name is found", () => {
  const found = problems("de", { widget: { helo: "Hallo" }, name: "" });
  assert.deepEqual(found.missing, ["de: widget hello"]);
  assert.deepEqual(found.unknown, ["de: widget helo"]);
  assert.deepEqual(found.wrong, ["de: has no name or no direction"]);
});

test("languages: a placeholder that was lost or made up is found", () => {
  assert.equal(problems("de", { widget: { hello: "Hallo {nam}" } }).wrong.length, 1);
  const one = { one: "eins", other: "{count} von {all}" };
  assert.deepEqual(problems("de", { desk: { many: one } }).wrong, [
    "de: desk many: one has {count} and not {all} {count}",
  ]);
});

test("languages: each has the plural forms that its numbers need", () => {
  const text = "{count} {all}";
  const polish = { one: text, few: text, many: text, other: text };
  assert.deepEqual(problems("pl", { desk: { many: polish } }).wrong, []);
  assert.deepEqual(problems("pl", { desk: { many: { one: text, other: text } } }).wrong, [
    'pl: desk many: has no form "many"',
    'pl: desk many: has no form "few"',
  ]);
  // "One" is 1, 21, 31 … in Ukrainian: the number has to be said.
  const ukrainian = { ...polish, one: "один {all}" };
  assert.equal(problems("uk", { desk: { many: ukrainian } }).wrong.length, 1);
  assert.equal(problems("de", { desk: { many: text } }).wrong.length, 1);
});
