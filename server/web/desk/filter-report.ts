// What each filter said about a comment, those that found something first.

import { html, nothing, type TemplateResult } from "lit";

import type { DeskCommentInFull, Finding } from "../shared/desk-types.ts";
import { explain } from "./marked-text.ts";
import { keyOr, type DeskTranslator } from "./messages.ts";

export function filterReport(
  { filters = [], findings }: DeskCommentInFull,
  translator: DeskTranslator,
): TemplateResult | typeof nothing {
  if (filters.length === 0) return nothing;
  const found = filters.filter(({ passed }) => !passed);
  const passed = filters.filter(({ passed }) => passed);
  return html`<h3>${translator.say("details.filters")}</h3>
    <dl class="filters-said">
      ${[...found, ...passed].map(({ name }) => line(name, findings, translator))}
    </dl>`;
}

function line(
  filter: string,
  findings: readonly Finding[],
  translator: DeskTranslator,
): TemplateResult {
  const own = findings.filter((finding) => finding.filter === filter);
  return html`<div data-filter-name=${filter} data-passed=${own.length === 0}>
    <dt>${nameOf(filter, translator)}</dt>
    <dd>
      ${own.length === 0
        ? translator.say("filter_said.passed")
        : own.map((finding) => html`<p>${explain(finding, translator)}</p>`)}
    </dd>
  </div>`;
}

/** One this desk does not know is shown as the server spells it. */
function nameOf(filter: string, translator: DeskTranslator): string {
  const key = keyOr("filter_name", filter, "filter_name.words");
  return key === `filter_name.${filter}` ? translator.say(key) : filter.replaceAll("_", " ");
}
