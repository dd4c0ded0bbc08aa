// Why a call failed, by all the sentences the desk has; readers' pages know fewer codes.

import { ApiError } from "../shared/request.ts";
import { keyOr, type DeskTranslator } from "./messages.ts";

export function errorText(translator: DeskTranslator, error: unknown): string {
  const code = error instanceof ApiError ? error.code : "other";
  return translator.say(keyOr("error", code, "error.other"));
}
