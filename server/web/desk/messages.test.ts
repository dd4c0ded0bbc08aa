import { keyOr, reasonName, reasons, translatorFor } from "./messages.ts";

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

test("messages: every reason that the filters know has a name, in their order", () => {
  const source = readFileSync("../../moderation/names.cpp", "utf8");
  const names = source.match(/reason_names = \{([^}]*)\}/)?.[1]?.match(/\w+(?=")/g);
  assert.deepEqual(reasons, names);
});

test("messages: a reason this desk does not know is shown as it is spelled", () => {
  const translator = translatorFor("en");
  assert.equal(reasonName(translator, "banned_word"), "Banned word");
  assert.equal(reasonName(translator, "moon_phase"), "moon phase");
});

test("messages: a value without a sentence of its own gets the other one", () => {
  assert.equal(keyOr("gone", "spam", "gone.other"), "gone.spam");
  assert.equal(keyOr("gone", "eaten", "gone.other"), "gone.other");
  assert.equal(keyOr("gone", undefined, "gone.other"), "gone.other");
});

test("messages: a language that the desk does not speak is English", () => {
  assert.equal(translatorFor("xx", null).say("action.approve"), "Approve");
  assert.equal(translatorFor("en-GB").language, "en-GB");
  assert.equal(translatorFor("en").say("queue.fresh", { count: 1 }), "1 new comment");
});
