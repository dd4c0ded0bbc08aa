// Where one is and how much there is, for those who do not see it and for other windows.

import type { DeskCounts } from "../shared/desk-types.ts";
import type { QueuePhase } from "./live-queue.ts";
import type { DeskTranslator } from "./messages.ts";
import { isFiltered, type Place } from "./place.ts";
import type { ReviewList } from "./review-list.ts";

interface Where {
  phase: QueuePhase;
  place: Place;
  counts: DeskCounts | undefined;
  list: Pick<ReviewList, "shown" | "next">;
}

export function whereText(translator: DeskTranslator, where: Where): string {
  const { phase, place, counts, list } = where;
  if (phase === "loading") return translator.say("desk.loading");
  if (phase === "failed" || counts === undefined) return "";
  const state = translator.say(`state.${place.state}`);
  if (isFiltered(place)) {
    const key = list.next === null ? "tabs.filtered" : "tabs.filtered.more";
    return translator.say(key, { state, count: list.shown.length });
  }
  if (place.state === "all") return state;
  return translator.say("tabs.one", { state, count: counts[place.state] ?? 0 });
}

/** "(12) Pending – Rejoinder Desk". */
export function windowName(
  translator: DeskTranslator,
  { place, counts }: Pick<Where, "place" | "counts">,
): string {
  const waiting = counts?.pending ? `(${counts.pending}) ` : "";
  const state = translator.say(`state.${place.state}`);
  return `${waiting}${state} – ${translator.say("desk.title")}`;
}
