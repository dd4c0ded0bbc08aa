// Cuts a text at the places that findings name, so that each piece can be marked.

import type { Finding } from "../shared/desk-types.ts";

export interface Piece {
  text: string;
  /** What was found here; empty for ordinary text. Overlapping findings share a piece. */
  findings: Finding[];
}

/** Offsets count code points: what one sees as one emoji may be several of them. */
export function piecesOf(text: string, findings: readonly Finding[]): Piece[] {
  const points = Array.from(text);
  const placed = findings.filter((finding) => hasPlace(finding, points.length));
  const cuts = new Set([0, points.length]);
  for (const { start, end } of placed) {
    cuts.add(start);
    cuts.add(end);
  }
  const places = [...cuts].sort((a, b) => a - b);
  const pieces: Piece[] = [];
  for (let i = 0; i + 1 < places.length; ++i) {
    const [from, to] = [places[i] as number, places[i + 1] as number];
    pieces.push({
      text: points.slice(from, to).join(""),
      findings: placed.filter(({ start, end }) => start <= from && end >= to),
    });
  }
  return pieces;
}

/** Whether a finding is about a part of its field. One about the whole comment has none. */
function hasPlace({ start, end }: Finding, length: number): boolean {
  return 0 <= start && start < end && end <= length;
}

export interface FindingGroup {
  reason: string;
  /** Each once, in order: two links to one host are one detail. */
  details: string[];
  count: number;
  weight: number;
}

/** The findings of a comment by reason, the weightiest first. */
export function groupFindings(findings: readonly Finding[]): FindingGroup[] {
  const groups = new Map<string, FindingGroup>();
  for (const { reason, detail, weight } of findings) {
    const group = groups.get(reason) ?? { reason, details: [], count: 0, weight: 0 };
    groups.set(reason, group);
    group.count += 1;
    group.weight += weight;
    if (detail && !group.details.includes(detail)) group.details.push(detail);
  }
  return [...groups.values()].sort((a, b) => b.weight - a.weight);
}
