// What became of an author's comments, as bars: in all, and lately.

import { html, nothing, svg, type TemplateResult } from "lit";

import type { StateCounts } from "../shared/desk-types.ts";
import type { DeskTranslator, MessageKey } from "./messages.ts";

const height = 8;

export function authorHistory(
  { all, month }: { all: StateCounts; month: StateCounts },
  translator: DeskTranslator,
): TemplateResult {
  return html`<dl class="bars">
    ${bar("author.all", all, translator)} ${bar("author.month", month, translator)}
  </dl>`;
}

function bar(what: MessageKey, counts: StateCounts, translator: DeskTranslator): TemplateResult {
  const parts = [
    { name: "good", count: counts.published },
    { name: "open", count: counts.pending },
    { name: "bad", count: counts.rejected + counts.spam },
  ] as const;
  const sum = parts.reduce((total, { count }) => total + count, 0);
  let at = 0;
  const rects = parts.map(({ name, count }) => {
    const width = sum === 0 ? 0 : (100 * count) / sum;
    at += width;
    return svg`<rect class=${name} x=${at - width} width=${width} height=${height} />`;
  });
  return html`<div>
    <dt>${translator.say(what)}</dt>
    <dd>
      ${sum === 0
        ? nothing
        : html`<svg viewBox="0 0 100 ${height}" preserveAspectRatio="none" aria-hidden="true">
            ${rects}
          </svg>`}
      ${sum === 0
        ? translator.say("author.none")
        : translator.say("author.counts", {
            published: counts.published,
            pending: counts.pending,
            rejected: counts.rejected + counts.spam,
          })}
    </dd>
  </div>`;
}
