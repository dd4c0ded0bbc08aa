// What a moderator may decide, and what becomes of a comment by it.

import type { DecisionAction, QueueState } from "../shared/desk-types.ts";
import type { CommentState } from "../shared/types.ts";

/** In the order of the buttons. */
export const actions: readonly DecisionAction[] = ["approve", "reject", "spam"];

export const stateAfter: Readonly<Record<DecisionAction, QueueState>> = {
  approve: "published",
  reject: "rejected",
  spam: "spam",
};

/** Withdrawn and erased comments are beyond decision; deciding what already is so is none. */
export function isPossible(action: DecisionAction, state: CommentState): boolean {
  return state !== "withdrawn" && state !== "erased" && stateAfter[action] !== state;
}
