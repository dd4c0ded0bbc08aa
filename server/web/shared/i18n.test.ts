import { chooseLanguage, nameOf, Translator } from "./i18n.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

const messages = {
  plain: "Leave A Reply",
  named: "Reply to {name}",
  counted: { one: "{count} comment", other: "{count} comments" },
} as const;

const arabic = {
  direction: "rtl",
  messages: { named: "رد على {name}", counted: { two: "تعليقان", other: "{count} تعليق" } },
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

test("i18n: what a language has learned is said in it, the rest in English", () => {
  const translator = new Translator("en", messages);
  translator.learn("ar", arabic);
  assert.equal(translator.direction, "rtl");
  assert.equal(translator.language, "ar");
  assert.equal(translator.say("counted", { count: 2 }), "تعليقان");
  assert.equal(translator.say("plain"), "Leave A Reply");
  translator.learn("en-GB");
  assert.equal(translator.direction, "ltr");
  assert.equal(translator.say("counted", { count: 1 }), "1 comment");
});

test("i18n: English sentences have English plurals, whatever language is around them", () => {
  const translator = new Translator("en", messages);
  translator.learn("fr", { direction: "ltr", messages: {} });
  assert.equal(translator.say("counted", { count: 0 }), "0 comments");
});

test("i18n: a name that is written the other way stays in its place", () => {
  const translator = new Translator("en", messages);
  assert.equal(translator.say("named", { name: "ليلى" }), "Reply to \u2068ليلى\u2069");
  const name = "A\u2069\u202eB";
  assert.equal(translator.say("named", { name }), "Reply to \u2068A\u202eB\u2069");
  translator.learn("ar", arabic);
  assert.equal(translator.say("named", { name: "Mira" }), "رد على \u2068Mira\u2069");
});

test("i18n: the first wanted language that there is", () => {
  assert.equal(chooseLanguage(["fr", "en-GB", "de"], ["de", "en"]), "en-GB");
  assert.equal(chooseLanguage([null, undefined, ""], ["en"]), "en");
  assert.equal(chooseLanguage(["en-!!"], ["en"]), "en");
});

test("i18n: a region may have a language of its own", () => {
  assert.equal(nameOf("pt-BR", ["pt", "pt-br"]), "pt-br");
  assert.equal(nameOf("pt-PT", ["pt", "pt-br"]), "pt");
  assert.equal(nameOf("xx", ["pt"]), undefined);
});
