import { chooseLanguage, Translator } from "./i18n.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

const messages = {
  plain: "Leave A Reply",
  named: "Reply to {name}",
  counted: { one: "{count} comment", other: "{count} comments" },
} as const;

test("i18n: the count chooses the form and is written as the language writes it", () => {
  const english = new Translator("en", messages);
  assert.equal(english.say("plain"), "Leave A Reply");
  assert.equal(english.say("counted", { count: 1 }), "1 comment");
  assert.equal(english.say("counted", { count: 1234 }), "1,234 comments");
});

test("i18n: a value is never taken for a placeholder", () => {
  const english = new Translator("en", messages);
  assert.equal(english.say("named", { name: "{name} $& {count}" }), "Reply to {name} $& {count}");
  assert.equal(english.say("named"), "Reply to {name}");
});

test("i18n: the first wanted language that there is", () => {
  assert.equal(chooseLanguage(["fr", "en-GB", "de"], ["de", "en"]), "en-GB");
  assert.equal(chooseLanguage([null, undefined, ""], ["en"]), "en");
  assert.equal(chooseLanguage(["en-!!"], ["en"]), "en");
});
