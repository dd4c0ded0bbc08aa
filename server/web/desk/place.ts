// Where at the desk one is, in the page's address: a reload, or a link to a colleague, leads there.

import type { DeskFilter, QueueState } from "../shared/desk-types.ts";

export const states: readonly QueueState[] = ["pending", "published", "rejected", "spam"];

/** Which of the comments are looked at. */
export interface Place {
  state: QueueState;
  sort: "oldest" | "newest";
  site?: string;
  story?: string;
  reason?: string;
}

const lengthMax = 200;

/** Who waits longest comes first; what is decided is looked at from its end. */
function usualSort(state: QueueState): Place["sort"] {
  return state === "pending" ? "oldest" : "newest";
}

export function placeOf(search: string): Place {
  const query = new URLSearchParams(search);
  const wanted = query.get("state") as QueueState;
  const state = states.includes(wanted) ? wanted : "pending";
  const sort = query.get("sort");
  const place: Place = {
    state,
    sort: sort === "oldest" || sort === "newest" ? sort : usualSort(state),
  };
  for (const name of ["site", "story", "reason"] as const) {
    const value = query.get(name)?.trim().slice(0, lengthMax);
    if (value) place[name] = value;
  }
  return place;
}

export function searchOf(place: Place): string {
  const query = new URLSearchParams();
  if (place.state !== "pending") query.set("state", place.state);
  for (const name of ["site", "story", "reason"] as const) {
    const value = place[name];
    if (value) query.set(name, value);
  }
  if (place.sort !== usualSort(place.state)) query.set("sort", place.sort);
  const text = String(query);
  return text && `?${text}`;
}

/** The same comments, in another state: the filters stay, the order is that state's usual one. */
export function inState(place: Place, state: QueueState): Place {
  return { ...place, state, sort: usualSort(state) };
}

/** One filter changed; an empty value takes it away. */
export function filtered(
  place: Place,
  name: "site" | "story" | "reason",
  value: string | undefined,
): Place {
  const { [name]: _, ...others } = place;
  return value ? { ...others, [name]: value } : others;
}

export function filterOf({ state, sort, site, story, reason }: Place): DeskFilter {
  return {
    state,
    sort,
    ...(site ? { site } : {}),
    ...(story ? { story } : {}),
    ...(reason ? { reason } : {}),
  };
}
