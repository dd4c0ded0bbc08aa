// The tables of the statistics: in short, the reasons, the moderators.

import { html, nothing, svg, type TemplateResult } from "lit";

import type { ModeratorCount, ReasonCount, Statistics } from "../shared/statistics-api.ts";
import { reasonName, type DeskTranslator, type MessageKey } from "./messages.ts";
import { durationText, shareText, sumOf } from "./statistics-text.ts";

export function numbersInShort(
  { series, decisions, agreement }: Statistics,
  translator: DeskTranslator,
): TemplateResult {
  const { language } = translator;
  const number = (value: number) => new Intl.NumberFormat(language).format(value);
  const time = (seconds: number) => (decisions.count > 0 ? durationText(seconds, language) : none);
  const none = translator.say("reasons.unknown");
  const agreed = shareText(agreement.agreed, agreement.twice_decided, language);
  const tiles: [MessageKey, string][] = [
    ["numbers.submitted", number(sumOf(series, "submitted"))],
    ["numbers.held", number(sumOf(series, "held"))],
    ["numbers.decided", number(sumOf(series, "decided"))],
    ["numbers.median", time(decisions.median_s)],
    ["numbers.p90", time(decisions.p90_s)],
    ["numbers.agreed", agreed ?? none],
  ];
  return html`<dl class="tiles" aria-label=${translator.say("numbers.label")}>
    ${tiles.map(
      ([key, value]) =>
        html`<div>
          <dt>${translator.say(key)}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

export function reasonTable(
  reasons: readonly ReasonCount[],
  translator: DeskTranslator,
): TemplateResult {
  if (reasons.length === 0)
    return html`<p class="empty">${translator.say("reasons.none")}</p>`;
  const { language } = translator;
  const ordered = [...reasons].sort((a, b) => b.comments - a.comments);
  const rows = ordered.map(({ reason, comments, decided, refused }) => ({
    name: reasonName(translator, reason),
    numbers: [comments, decided, refused],
    last: precision(refused, decided, shareText(refused, decided, language), translator),
  }));
  return numberTable(
    ["reasons.reason", "reasons.comments", "reasons.decided", "reasons.refused"],
    rows,
    translator,
    "reasons.precision",
  );
}

/** How much of a bar is full says the same as the number. */
function precision(
  refused: number,
  decided: number,
  text: string | undefined,
  translator: DeskTranslator,
): TemplateResult {
  if (text === undefined) return html`${translator.say("reasons.unknown")}`;
  return html`<svg class="share" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      ${svg`<rect class="all" width="100" height="10"></rect>
        <rect class="part" width=${(100 * refused) / decided} height="10"></rect>`}
    </svg>
    ${text}`;
}

export function moderatorTable(
  moderators: readonly ModeratorCount[],
  translator: DeskTranslator,
): TemplateResult {
  if (moderators.length === 0)
    return html`<p class="empty">${translator.say("moderators.none")}</p>`;
  const rows = [...moderators]
    .sort((a, b) => b.decided - a.decided)
    .map(({ name, decided, approved, rejected, spam, undone_by_others }) => ({
      name,
      numbers: [decided, approved, rejected, spam, undone_by_others],
    }));
  const columns: MessageKey[] = [
    "moderators.name",
    "moderators.decided",
    "moderators.approved",
    "moderators.rejected",
    "moderators.spam",
    "moderators.undone",
  ];
  return numberTable(columns, rows, translator);
}

export function agreementText(
  { twice_decided: count, agreed }: Statistics["agreement"],
  translator: DeskTranslator,
): string {
  const share = shareText(agreed, count, translator.language);
  if (share === undefined) return translator.say("agreement.none");
  return translator.say("agreement.text", { count, agreed, share });
}

interface Row {
  name: string;
  numbers: readonly number[];
  last?: TemplateResult;
}

function numberTable(
  columns: readonly MessageKey[],
  rows: readonly Row[],
  translator: DeskTranslator,
  last?: MessageKey,
): TemplateResult {
  const number = new Intl.NumberFormat(translator.language);
  return html`<table class="numbers stacked">
    <thead>
      <tr>
        ${columns.map((key) => html`<th scope="col">${translator.say(key)}</th>`)}
        ${last ? html`<th scope="col">${translator.say(last)}</th>` : nothing}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            <th scope="row"><bdi>${row.name}</bdi></th>
            ${row.numbers.map(
              (value, i) =>
                html`<td data-label=${translator.say(columns[i + 1] ?? "chart.time")}>
                  ${number.format(value)}
                </td>`,
            )}
            ${last
              ? html`<td class="precision" data-label=${translator.say(last)}>
                  <span>${row.last}</span>
                </td>`
              : nothing}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
