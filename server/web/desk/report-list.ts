// What readers reported about a comment.

import { html, nothing, type TemplateResult } from "lit";

import type { DeskCommentInFull, Report } from "../shared/desk-types.ts";
import { absoluteTime } from "../shared/time-text.ts";
import { keyOr, type DeskTranslator } from "./messages.ts";

export function reportList(
  { reports = [] }: DeskCommentInFull,
  translator: DeskTranslator,
): TemplateResult | typeof nothing {
  if (reports.length === 0) return nothing;
  return html`<h3>${translator.say("details.reports", { count: reports.length })}</h3>
    <ul class="reports">
      ${reports.map((report) => line(report, translator))}
    </ul>`;
}

function line(
  { reason, text, at, outcome, weight }: Report,
  translator: DeskTranslator,
): TemplateResult {
  return html`<li data-outcome=${outcome}>
    <strong>${translator.say(keyOr("report", reason, "report.other"))}</strong>
    <time datetime=${at}>${absoluteTime(new Date(at), translator.language)}</time>
    <span class="muted"
      >${translator.say(keyOr("report.outcome", outcome, "report.outcome.open"))}</span
    >
    ${weight < 1
      ? html`<span class="muted">${translator.say("report.weight", { weight })}</span>`
      : nothing}
    ${text ? html`<p class="report-text" dir="auto">${text}</p>` : nothing}
  </li>`;
}
