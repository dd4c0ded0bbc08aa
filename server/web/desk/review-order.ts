// In which order comments stand, as the server has it.

import type { DeskComment } from "../shared/desk-types.ts";
import type { Sort } from "./place.ts";

export function isBefore(a: DeskComment, b: DeskComment, sort: Sort): boolean {
  const byId = a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
  const byAge = Date.parse(a.created_at) - Date.parse(b.created_at) || byId;
  if (sort === "newest") return byAge > 0;
  const byReports = sort === "reports" ? (b.open_reports ?? 0) - (a.open_reports ?? 0) : 0;
  return (byReports || byAge) < 0;
}
