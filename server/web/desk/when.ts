// A time as people say it, and exactly for who asks.

import { html, type TemplateResult } from "lit";

import { absoluteTime, relativeTime } from "../shared/time-text.ts";
import type { DeskTranslator } from "./messages.ts";

export function whenText(at: string, translator: DeskTranslator): string {
  const { language } = translator;
  const now = new Date(Date.now());
  return relativeTime(new Date(at), now, language) ?? translator.say("time.now");
}

export function when(at: string, translator: DeskTranslator): TemplateResult {
  const exact = absoluteTime(new Date(at), translator.language);
  return html`<time datetime=${at} title=${exact}>${whenText(at, translator)}</time>`;
}
