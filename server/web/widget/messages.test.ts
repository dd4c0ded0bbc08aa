import { translatorFor } from "./messages.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

test("messages: a language that is not there is English", () => {
  assert.equal(translatorFor("xx", "yy").language, "en");
  assert.equal(translatorFor("en-GB").language, "en-GB");
  assert.equal(translatorFor(undefined, null).say("form.post"), "Post Comment");
});

test("messages: one is one, and many are many", () => {
  const english = translatorFor("en");
  assert.equal(english.say("heading.count", { count: 1 }), "1 Comment");
  assert.equal(english.say("heading.count", { count: 1000 }), "1,000 Comments");
  assert.equal(english.say("list.new", { count: 2 }), "2 new comments, show");
});

test("messages: what the reader is promised is said in these words", () => {
  const english = translatorFor("en");
  assert.equal(english.say("form.heading"), "Leave A Reply");
  assert.equal(english.say("form.email.note"), "Your email address will not be published.");
  assert.equal(english.say("own.pending"), "Your comment is awaiting moderation.");
});
