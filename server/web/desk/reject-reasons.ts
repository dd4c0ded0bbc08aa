// Why a comment is rejected, as decisions carry it: "insult", or "insult: and in own words".

import { keyOr, reasonName, reasons, type DeskTranslator } from "./messages.ts";

/** In the order they are offered, and of the keys that choose them. */
export const reasonCodes = [
  ...["house_rules", "insult", "hate", "off_topic"] as const,
  ...["personal_data", "advertising", "illegal", "other"] as const,
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

export function reasonOf(code: ReasonCode, words: string): string {
  const trimmed = words.trim();
  return trimmed ? `${code}: ${trimmed}` : code;
}

/** The code by its name; a filter's reason by its own; anything else is somebody's own words. */
export function reasonText(translator: DeskTranslator, reason: string): string {
  const [code = "", ...rest] = reason.split(": ");
  if (reasons.includes(reason)) return reasonName(translator, reason);
  if (!(reasonCodes as readonly string[]).includes(code)) return reason;
  const name = translator.say(keyOr("reason_code", code, "reason_code.other"));
  const words = rest.join(": ");
  return words ? translator.say("reason_code.with", { code: name, words }) : name;
}
