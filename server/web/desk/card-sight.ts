// All that is seen of a card: it is drawn anew only when something of it has changed.

import type { CardContext } from "./comment-card.ts";
import type { Entry } from "./review-list.ts";

const minuteMs = 60_000;

export function cardSight(entry: Entry, context: CardContext): unknown[] {
  const { comment, status, problem, departure } = entry;
  const { id } = comment;
  return [
    ...[comment, status, problem, departure],
    ...[context.translator, context.translator.language, context.me],
    ...[context.mayDecide, context.showsState],
    ...[context.selected === id, context.isChosen(id), context.claimedBy(id)],
    context.unfolded?.id === id ? context.unfolded.what : undefined,
    // "5 minutes ago" goes on.
    Math.floor((context.now.getTime() - Date.parse(comment.created_at)) / minuteMs),
  ];
}
