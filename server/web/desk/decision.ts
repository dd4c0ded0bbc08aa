// What a moderator may decide, and what becomes of a comment by it.

import type { DecisionAction, DeskComment, QueueState } from "../shared/desk-types.ts";

/** In the order of the buttons. */
export const actions: readonly DecisionAction[] = ["approve", "reject", "spam"];

export const stateAfter: Readonly<Record<DecisionAction, QueueState>> = {
  approve: "published",
  reject: "rejected",
  spam: "spam",
};

type Decidable = Pick<DeskComment, "state" | "open_reports">;

/** Withdrawn and erased comments are beyond decision; deciding what already is so is none. */
export function isPossible(action: DecisionAction, comment: Decidable): boolean {
  const { state } = comment;
  if (state === "withdrawn" || state === "erased") return false;
  return stateAfter[action] !== state || isKeeping(action, comment);
}

/** To approve what is published already is an answer to those who reported it. */
export function isKeeping(action: DecisionAction, { state, open_reports = 0 }: Decidable): boolean {
  return action === "approve" && state === "published" && open_reports > 0;
}
