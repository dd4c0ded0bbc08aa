// The nouns of the desk's part of the HTTP API.

import type { CommentState, StoryState } from "./types.ts";

export interface Moderator {
  id: string;
  name: string;
  role: string;
}

export interface DeskSession {
  moderator: Moderator;
  csrf_token: string;
}

/** What a filter saw. Offsets count code points of the field's text. */
export interface Finding {
  reason: string;
  filter: string;
  field: string;
  start: number;
  end: number;
  detail?: string;
  weight: number;
}

export interface DeskAuthor {
  name: string;
  website?: string;
  pseudonym: string;
  published: number;
  rejected: number;
}

export interface DeskComment {
  id: string;
  site: string;
  story: { id: string; title?: string; url: string; state: StoryState };
  parent?: string;
  author: DeskAuthor;
  text: string;
  html: string;
  state: CommentState;
  /** Bumped by every change of state or text; a decision names the one it was taken on. */
  revision: number;
  created_at: string;
  verdict: string;
  score: number;
  rule_set: string;
  findings: Finding[];
}

export interface HistoryEntry {
  id: string;
  kind: string;
  from?: string;
  to?: string;
  by: string;
  at: string;
  reason?: string;
}

export interface DeskCommentInFull extends DeskComment {
  history: HistoryEntry[];
}

export type QueueState = "pending" | "published" | "rejected" | "spam";

export interface DeskFilter {
  state?: QueueState;
  site?: string;
  story?: string;
  reason?: string;
  sort?: "oldest" | "newest";
  cursor?: string;
  limit?: number;
}

export interface DeskPage {
  comments: DeskComment[];
  next: string | null;
  counts: Record<QueueState, number>;
}

export type DecisionAction = "approve" | "reject" | "spam";

export interface Decision {
  comment: string;
  revision: number;
  action: DecisionAction;
  reason?: string;
}

export interface DecisionResult {
  comment: string;
  status: "done" | "conflict" | "not_found" | "not_allowed";
  state?: CommentState;
  revision?: number;
}

export type DeskEvent =
  | {
      id: string;
      type: "comment";
      comment: string;
      site: string;
      story: string;
      from?: string;
      to: string;
      by: string;
    }
  | { id: string; type: "story"; site: string; story: string; state: StoryState };
