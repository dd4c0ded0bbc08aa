import { whereText, windowName } from "./where-text.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

import { translatorFor } from "./messages.ts";
import { placeOf } from "./place.ts";

const translator = translatorFor("en");
const counts = { pending: 12, published: 0, rejected: 0, spam: 0, reported: 3 };
const list = { shown: [], next: null };
const ready = { phase: "ready", counts, list } as const;

test("where text: the state and how many are in it", () => {
  const at = (search: string) => whereText(translator, { ...ready, place: placeOf(search) });
  assert.equal(at(""), "Pending: 12");
  assert.equal(at("?state=reported"), "Reported: 3");
  assert.equal(at("?state=all"), "All");
});

test("where text: while nothing is known, that", () => {
  const place = placeOf("");
  assert.equal(whereText(translator, { ...ready, place, phase: "loading" }), "Loading …");
  assert.equal(whereText(translator, { ...ready, place, counts: undefined }), "");
});

test("where text: with a filter, how many match", () => {
  const place = placeOf("?text=ferry");
  assert.equal(whereText(translator, { ...ready, place }), "Pending: 0 comments match");
  const more = { ...ready, place, list: { ...list, next: "two" } };
  assert.equal(whereText(translator, more), "Pending: more than 0 comments match");
});

test("where text: the window is named after what waits, wherever one is", () => {
  const name = windowName(translator, { ...ready, place: placeOf("?state=spam") });
  assert.equal(name, "(12) Spam – Rejoinder Desk");
});
