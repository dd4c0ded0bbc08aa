import { errorText } from "./error-text.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

import { ApiError } from "../shared/request.ts";
import { translatorFor } from "./messages.ts";

test("error text: a code has the sentence the desk has for it, all others one in common", () => {
  const translator = translatorFor("en");
  const text = (code: string) => errorText(translator, new ApiError(400, code));
  assert.match(text("invalid_rules"), /^These rules are not right yet/);
  assert.equal(text("network"), "The server could not be reached.");
  assert.equal(text("no_such_code"), "That did not work.");
  assert.equal(errorText(translator, new TypeError("x")), "That did not work.");
});
