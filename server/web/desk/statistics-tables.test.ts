import "../testing/browser.ts";

import {
  agreementText,
  moderatorTable,
  numbersInShort,
  reasonTable,
} from "./statistics-tables.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

import { render, type TemplateResult } from "lit";

import { sampleStatistics } from "../testing/sample-statistics.ts";
import { translatorFor } from "./messages.ts";

const translator = translatorFor("en");
const statistics = sampleStatistics();

function texts(template: TemplateResult, selector: string): string[] {
  const place = document.createElement("div");
  render(template, place);
  return [...place.querySelectorAll(selector)].map(
    ({ textContent }) => textContent?.replace(/\s+/g, " ").trim() ?? "",
  );
}

test("statistics tables: in short", () => {
  assert.deepEqual(texts(numbersInShort(statistics, translator), "dd"), [
    ...["1,230", "6", "15", "12 minutes", "3.2 hours", "75%"],
  ]);
  const none = sampleStatistics({
    decisions: { count: 0, median_s: 0, p90_s: 0 },
    agreement: { twice_decided: 0, agreed: 0 },
  });
  assert.deepEqual(texts(numbersInShort(none, translator), "dd").slice(3), ["–", "–", "–"]);
});

test("statistics tables: reasons, the most frequent first, with their precision", () => {
  assert.deepEqual(texts(reasonTable(statistics.reasons, translator), "tbody tr"), [
    "moon phase 9 0 0 –",
    "Shouting 4 2 1 50%",
  ]);
  assert.deepEqual(texts(reasonTable([], translator), ".empty"), [
    "No reasons were given in this time.",
  ]);
});

test("statistics tables: moderators, and how well they agree", () => {
  assert.deepEqual(texts(moderatorTable(statistics.moderators, translator), "tbody tr"), [
    "Mira 10 6 2 2 0",
    "Ada 5 3 1 1 1",
  ]);
  assert.equal(texts(moderatorTable([], translator), ".empty").length, 1);
  assert.match(agreementText(statistics.agreement, translator), /agreed on 6 \(75%\)/);
  assert.match(agreementText({ twice_decided: 0, agreed: 0 }, translator), /^No comment/);
});
