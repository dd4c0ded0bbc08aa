// In which order comments stand, as the server has it.

import type { DeskComment } from "../shared/desk-types.ts";
import type { Sort } from "./place.ts";

/** Long lists are ordered often; a time is read once. */
const ages = new WeakMap<DeskComment, number>();

export function isBefore(a: DeskComment, b: DeskComment, sort: Sort): boolean {
  const byId = a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
  const byAge = timeOf(a) - timeOf(b) || byId;
  if (sort === "newest") return byAge > 0;
  return (byWeight(a, b, sort) || byAge) < 0;
}

function byWeight(a: DeskComment, b: DeskComment, sort: Sort): number {
  if (sort === "reports") return (b.open_reports ?? 0) - (a.open_reports ?? 0);
  return sort === "urgent" ? b.score - a.score : 0;
}

function timeOf(comment: DeskComment): number {
  const known = ages.get(comment);
  if (known !== undefined) return known;
  const time = Date.parse(comment.created_at);
  ages.set(comment, time);
  return time;
}
