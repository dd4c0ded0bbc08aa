// A comment as lists have it: what is known of it in full is fetched when somebody asks.

import type { DeskComment, DeskCommentInFull } from "../shared/desk-types.ts";

export function asListed(full: DeskCommentInFull): DeskComment {
  const { history: _, reports: _2, for_author: _3, revisions: _4, filters: _5, ...listed } = full;
  return listed;
}
