import { signInProblem } from "./sign-in-problem.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

import { ApiError } from "../shared/request.ts";
import { translatorFor } from "./messages.ts";

const said = (error: unknown, isAtCode = false) =>
  signInProblem(translatorFor("en"), error, isAtCode);

test("sign-in problem: who has to wait is told how long", () => {
  const wait = (seconds?: number) => said(new ApiError(429, "too_many_requests", [], seconds));
  assert.match(wait(45), /^Too many attempts\. You can try again in 45 seconds, at \d/);
  assert.match(wait(290), /in 5 minutes, at \d/);
  assert.equal(wait(), "Too many attempts. Please wait a moment.");
});

test("sign-in problem: at the code, it is the code that is wrong", () => {
  const wrong = new ApiError(401, "wrong_credentials");
  assert.equal(said(wrong), "The name or the password is not right.");
  assert.match(said(wrong, true), /^The code is not right\./);
  assert.equal(said(new Error("x")), "That did not work.");
});
