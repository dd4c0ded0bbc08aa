// Text as it was typed, with what the filters found marked at its place and explained.

import { html, nothing, type TemplateResult } from "lit";

import type { Finding } from "../shared/desk-types.ts";
import { piecesOf, type Piece } from "./finding-marks.ts";
import { reasonName, type DeskTranslator } from "./messages.ts";

/** `id` makes the explanations' ids unique on the page. The text itself is never markup. */
export function markedText(
  text: string,
  findings: readonly Finding[],
  id: string,
  translator: DeskTranslator,
): unknown {
  return piecesOf(text, findings).map((piece, index) =>
    piece.findings.length === 0 ? piece.text : mark(piece, `${id}-${index}`, translator),
  );
}

/** No space between the tags: it would be seen in the text. */
function mark(piece: Piece, id: string, translator: DeskTranslator): TemplateResult {
  const reasons = [...new Set(piece.findings.map(({ reason }) => reason))];
  return html`<mark
      tabindex="0"
      data-reason=${reasons.join(" ")}
      data-weight=${piece.findings.some(isHeavy) ? "heavy" : nothing}
      aria-describedby=${id}
      >${piece.text}</mark
    ><span class="why" role="tooltip" id=${id}
      >${piece.findings.map(
        (finding) => html`<span>${explain(finding, translator)}</span>`,
      )}</span
    >`;
}

/** Decides by itself: such a finding needs no weight. */
function isHeavy({ reason }: Finding): boolean {
  return reason === "banned_word" || reason === "blocked_host";
}

/** "Suspect word: damn (+5)" */
export function explain(finding: Finding, translator: DeskTranslator): string {
  const { reason, detail, weight } = finding;
  const name = reasonName(translator, reason);
  return `${detail ? `${name}: ${detail}` : name}${weightText(weight, translator)}`;
}

export function weightText(weight: number, translator: DeskTranslator): string {
  if (weight === 0) return "";
  const number = new Intl.NumberFormat(translator.language, { signDisplay: "always" });
  return ` (${number.format(weight)})`;
}
