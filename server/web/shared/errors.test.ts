import { describeError, describeFieldError, errorMessages } from "./errors.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

import { ApiError } from "./api.ts";
import { Translator } from "./i18n.ts";

const english = new Translator("en", errorMessages);

test("errors: a code is its sentence, and an unknown one still a sentence", () => {
  const closed = new ApiError(403, "story_closed");
  assert.equal(describeError(english, closed), "Comments on this article are closed.");
  assert.equal(describeError(english, new ApiError(418, "teapot")), "That did not work.");
  assert.equal(describeError(english, new ApiError(418, "__proto__")), "That did not work.");
  assert.equal(describeError(english, new Error("x")), "That did not work.");
});

test("errors: a field's own sentence goes before the general one and the server's", () => {
  const say = (field: string, code: string) =>
    describeFieldError(english, { field, code, message: "From the server." });
  assert.equal(say("email", "required"), "Please enter your email address.");
  assert.equal(say("story_url", "required"), "Please fill in this field.");
  assert.equal(say("email", "from_the_future"), "From the server.");
});

test("errors: a speaker who knows more codes says them, too", () => {
  const desk = new Translator("en", { ...errorMessages, "error.teapot": "Short and stout." });
  assert.equal(describeError(desk, new ApiError(418, "teapot")), "Short and stout.");
});
