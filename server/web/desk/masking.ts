// Which parts of a text are masked. Offsets count code points, as those of findings do.

import type { Finding } from "../shared/desk-types.ts";

export interface Span {
  start: number;
  end: number;
}

/** What stands where something is masked. */
export const blot = "███";

/** In order, and each place once: spans that meet are one. */
export function masked(spans: readonly Span[], more: Span): Span[] {
  const sorted = [...spans, more].sort((a, b) => a.start - b.start);
  const merged: Span[] = [];
  for (const { start, end } of sorted) {
    const last = merged[merged.length - 1];
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else if (end > start) merged.push({ start, end });
  }
  return merged;
}

/** What is left of them without this one. */
export function unmasked(spans: readonly Span[], less: Span): Span[] {
  return spans
    .flatMap(({ start, end }) => [
      { start, end: Math.min(end, less.start) },
      { start: Math.max(start, less.end), end },
    ])
    .filter(({ start, end }) => end > start);
}

export function isMasked(spans: readonly Span[], { start, end }: Span): boolean {
  return spans.some((span) => span.start <= start && span.end >= end);
}

/** The text in pieces; those that are masked are marked as such. */
export function maskedPieces(
  text: string,
  spans: readonly Span[],
): { text: string; isMasked: boolean }[] {
  const points = Array.from(text);
  const pieces: { text: string; isMasked: boolean }[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    pieces.push({ text: points.slice(at, start).join(""), isMasked: false });
    pieces.push({ text: points.slice(start, end).join(""), isMasked: true });
    at = end;
  }
  pieces.push({ text: points.slice(at).join(""), isMasked: false });
  return pieces.filter(({ text }) => text !== "");
}

/**
 * Where a selection in a field is in the text. A field counts UTF-16 units, and has one line break
 * where the text may have two characters. Half of a character is the whole of it.
 */
export function spanOfSelection(text: string, from: number, to: number): Span {
  const span = { start: 0, end: 0 };
  let units = 0;
  let point = 0;
  const points = Array.from(text);
  for (const [index, character] of points.entries()) {
    const isHalfOfBreak = character === "\r" && points[index + 1] === "\n";
    const length = isHalfOfBreak ? 0 : character.length;
    if (units + length <= from) span.start = point + 1;
    if (units < to) span.end = point + 1;
    units += length;
    point += 1;
  }
  return span;
}

/** The places in the text that findings name, each once. */
export function foundSpans(findings: readonly Finding[], length: number): Span[] {
  const spans = new Map<string, Span>();
  for (const { field, start, end } of findings)
    if (field === "text" && 0 <= start && start < end && end <= length)
      spans.set(`${start} ${end}`, { start, end });
  return [...spans.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}
