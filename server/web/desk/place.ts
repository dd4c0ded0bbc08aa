// Where at the desk one is, in the page's address: a reload, or a link to a colleague, leads there.

import type { DeskFilter, QueueState } from "../shared/desk-types.ts";
import { pageNameOf } from "./pages.ts";

export type DeskTab = QueueState | "reported" | "all";

/** In the order of the tabs, and of the keys that lead to them. */
export const tabs: readonly DeskTab[] = [
  ...["pending", "published", "rejected", "spam", "reported", "all"] as const,
];

/** Those that choose comments; in the order of the address. */
const filterNames = [
  ...["site", "story", "section", "author", "text", "reason", "cluster"] as const,
  ...["since", "until"] as const,
] as const;
export type FilterName = (typeof filterNames)[number];

export type Sort = "oldest" | "newest" | "reports" | "urgent";
export const sorts: readonly Sort[] = ["oldest", "newest", "reports", "urgent"];

/** Which of the comments are looked at. */
export interface Place extends Partial<Record<FilterName, string>> {
  state: DeskTab;
  sort: Sort;
}

const lengthMax = 200;

/** Who waits longest comes first; what is decided is looked at from its end. */
function usualSort(state: DeskTab): Sort {
  if (state === "reported") return "reports";
  return state === "pending" ? "oldest" : "newest";
}

/** Another page's parameters are not the queue's. */
export function placeOf(search: string): Place {
  const query = new URLSearchParams(pageNameOf(search) === "queue" ? search : "");
  const wanted = query.get("state") as DeskTab;
  const state = tabs.includes(wanted) ? wanted : "pending";
  const sort = query.get("sort") as Sort;
  const place: Place = { state, sort: sorts.includes(sort) ? sort : usualSort(state) };
  for (const name of filterNames) {
    const value = query.get(name)?.trim().slice(0, lengthMax);
    if (value && (!isDateFilter(name) || startOf(value))) place[name] = value;
  }
  return place;
}

export function searchOf(place: Place): string {
  const query = new URLSearchParams();
  if (place.state !== "pending") query.set("state", place.state);
  for (const name of filterNames) {
    const value = place[name];
    if (value) query.set(name, value);
  }
  if (place.sort !== usualSort(place.state)) query.set("sort", place.sort);
  const text = String(query);
  return text && `?${text}`;
}

export function isFiltered(place: Place): boolean {
  return filtersOf(place).length > 0;
}

/** Those that are set. */
export function filtersOf(place: Place): FilterName[] {
  return filterNames.filter((name) => place[name]);
}

/** The same comments, in another state: the filters stay, the order is that state's usual one. */
export function inState(place: Place, state: DeskTab): Place {
  return { ...place, state, sort: usualSort(state) };
}

/** One filter changed; an empty value takes it away. */
export function filtered(place: Place, name: FilterName, value: string | undefined): Place {
  const { [name]: _, ...others } = place;
  const trimmed = value?.trim().slice(0, lengthMax);
  const kept = name === "section" && trimmed ? trimmed.replace(/^\/?/, "/") : trimmed;
  return kept ? { ...others, [name]: kept } : others;
}

/** All comments of one author, whatever became of them. */
export function byAuthor(author: string): Place {
  return { state: "all", sort: usualSort("all"), author };
}

export function filterOf({ state, sort, ...others }: Place): DeskFilter {
  const filter: DeskFilter =
    state === "reported" ? { reported: 1 } : state === "all" ? {} : { state };
  filter.sort = sort;
  for (const name of filterNames) {
    const value = others[name];
    if (value && !isDateFilter(name)) filter[name] = value;
  }
  // The days are those of the moderator's clock, and both belong to it.
  const since = startOf(others.since);
  const until = startOf(others.until, 1);
  if (since) filter.since = since.toISOString();
  if (until) filter.until = until.toISOString();
  return filter;
}

/** Those that wait and are of much the same text. */
export function byCluster(cluster: string): Place {
  return { state: "pending", sort: usualSort("pending"), cluster };
}

function isDateFilter(name: FilterName): name is "since" | "until" {
  return name === "since" || name === "until";
}

/** Where a day "2026-10-12", or one so many later, begins. Undefined for what is no day. */
function startOf(day: string | undefined, daysLater = 0): Date | undefined {
  const [, year, month, date] = day?.match(/^(20\d\d)-(\d\d)-(\d\d)$/) ?? [];
  if (date === undefined) return undefined;
  const start = new Date(Number(year), Number(month) - 1, Number(date) + daysLater);
  return Number.isNaN(start.getTime()) ? undefined : start;
}
