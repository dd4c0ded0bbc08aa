import "../testing/browser.ts";

import { explain, markedText, weightText } from "./marked-text.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

import { html, render } from "lit";

import { sampleFinding as finding } from "../testing/sample-desk.ts";
import { translatorFor } from "./messages.ts";

const translator = translatorFor("en");

function shown(text: string, ...findings: Parameters<typeof explain>[0][]): HTMLElement {
  const place = document.createElement("div");
  render(html`${markedText(text, findings, "t", translator)}`, place);
  return place;
}

test("marked text: what was found is marked in its place, and says why", () => {
  const place = shown("so damn late", finding("suspect_word", 3, 7, { detail: "damn", weight: 5 }));
  const mark = place.querySelector("mark");
  assert.equal(mark?.textContent, "damn");
  const why = place.querySelector(`#${mark?.getAttribute("aria-describedby")}`);
  assert.equal(why?.textContent, "Suspect word: damn (+5)");
  assert.equal(place.textContent, "so damnSuspect word: damn (+5) late");
});

test("marked text: what decides by itself stands out", () => {
  const place = shown("bad ok", finding("banned_word", 0, 3), finding("shouting", 4, 6));
  const weights = [...place.querySelectorAll("mark")].map(({ dataset }) => dataset["weight"]);
  assert.deepEqual(weights, ["heavy", undefined]);
});

test("marked text: a text is never markup", () => {
  const place = shown("<img src=x onerror=alert(1)>", finding("x", 0, 4));
  assert.equal(place.querySelector("img"), null);
  assert.equal(place.querySelector("mark")?.textContent, "<img");
});

test("marked text: a finding that weighs nothing tells no weight", () => {
  assert.equal(weightText(0, translator), "");
  assert.equal(weightText(-1.5, translator), " (-1.5)");
  assert.equal(explain(finding("something_new"), translator), "something new");
});
