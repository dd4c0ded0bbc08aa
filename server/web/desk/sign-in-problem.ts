// Why one could not sign in, in words.

import { describeError } from "../shared/errors.ts";
import { ApiError } from "../shared/request.ts";
import type { DeskTranslator } from "./messages.ts";

export function signInProblem(
  translator: DeskTranslator,
  error: unknown,
  isAtCode: boolean,
): string {
  if (!(error instanceof ApiError)) return describeError(translator, error);
  const seconds = error.retryAfterSeconds;
  if (error.status === 429 && seconds) return lockedText(translator, seconds);
  if (isAtCode && error.code === "wrong_credentials") return translator.say("sign_in.code.wrong");
  return describeError(translator, error);
}

/** With the time of day, because nobody counts from when it was said. */
function lockedText(translator: DeskTranslator, seconds: number): string {
  const style = { hour: "numeric", minute: "2-digit", second: "2-digit" } as const;
  const time = new Intl.DateTimeFormat(translator.language, style).format(
    new Date(Date.now() + seconds * 1_000),
  );
  return seconds < 100
    ? translator.say("sign_in.locked.seconds", { count: Math.ceil(seconds), time })
    : translator.say("sign_in.locked.minutes", { count: Math.ceil(seconds / 60), time });
}
