import { formProblem } from "./form-problem.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

import { ApiError } from "../shared/request.ts";
import { translatorFor } from "./messages.ts";

const translator = translatorFor("en");

test("form problem: the field that is not right, or the whole answer", () => {
  const errors = [{ field: "text", code: "too_long", message: "too long" }];
  const text = formProblem(translator, new ApiError(422, "invalid_request", errors));
  assert.equal(text, "This is too long.");
  const whole = formProblem(translator, new ApiError(400, "invalid_request"));
  assert.equal(whole, "This is not valid.");
  const network = formProblem(translator, new ApiError(0, "network"));
  assert.equal(network, "The server could not be reached.");
});
