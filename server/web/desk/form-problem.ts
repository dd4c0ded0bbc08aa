// Why a form was not taken, in words.

import { describeError, describeFieldError } from "../shared/errors.ts";
import { ApiError } from "../shared/request.ts";
import type { DeskTranslator } from "./messages.ts";

export function formProblem(translator: DeskTranslator, error: unknown): string {
  const [first] = error instanceof ApiError ? error.errors : [];
  // What readers are told of a field of theirs, "your comment", is not meant here.
  if (first) return describeFieldError(translator, { ...first, field: "form" });
  if (error instanceof ApiError && error.code === "invalid_request")
    return translator.say("field.invalid");
  return describeError(translator, error);
}
