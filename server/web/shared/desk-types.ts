// The nouns of the desk's part of the HTTP API.

import type { CommentState, StoryState } from "./types.ts";

export interface Moderator {
  id: string;
  name: string;
  role: string;
  /** Those they work for; absent: all. */
  sites?: string[];
  two_factor?: boolean;
}

export interface DeskSession {
  moderator: Moderator;
  csrf_token: string;
  /** As saveSettings was given them; empty at first. */
  settings?: Record<string, string | number | boolean>;
  /** Those that this moderator may see. */
  all_sites?: string[];
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
  /** Recorded without a say, where a rule is only tried. */
  silent?: boolean;
}

export interface DeskAuthor {
  name: string;
  website?: string;
  pseudonym: string;
  /** How far the rules in force trust them. */
  standing: "new" | "known" | "trusted";
  /** Of their other comments on the site; `rejected` counts spam as well. */
  published: number;
  rejected: number;
  waiting: number;
  /** Of the last 30 days. */
  lately: { published: number; rejected: number };
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
  /** Reports of readers that nobody has answered yet. */
  open_reports?: number;
  edited_at?: string;
  /** What it replies to; absent when that is not there any more. */
  parent_comment?: ParentComment;
  /** Comments of much the same text, and how many of them wait; present from 2 on. */
  cluster?: { id: string; waiting: number };
  /** Somebody else has it open. */
  claim?: { by: string };
}

export interface ParentComment {
  id: string;
  author: { name: string };
  /** At most 500 code points of it. */
  text: string;
  state: CommentState;
}

export interface Report {
  reason: "offensive" | "abusive" | "spam" | "illegal" | "other";
  text?: string;
  at: string;
  outcome: "open" | "upheld" | "dismissed";
  weight: number;
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

/** A text as it was before an edit, and whose edit that was. */
export interface Revision {
  revision: number;
  text: string;
  by: string;
  at: string;
  reason?: string;
  /** The edit was taken back later on. */
  undone?: boolean;
}

export interface DeskCommentInFull extends DeskComment {
  history: HistoryEntry[];
  /** Oldest first. */
  revisions?: Revision[];
  /** Those that ran, in their order. */
  filters?: { name: string; passed: boolean }[];
  reports?: Report[];
  /** What its author is told of the findings. */
  for_author?: { code: string; text: string }[];
}

export type QueueState = "pending" | "published" | "rejected" | "spam";

export interface DeskFilter {
  /** Without one, comments of every state. */
  state?: QueueState;
  reported?: 1;
  site?: string;
  story?: string;
  /** How the path of the story begins: "/sport/". */
  section?: string;
  /** The pseudonym. */
  author?: string;
  text?: string;
  reason?: string;
  /** Comments of much the same text. */
  cluster?: string;
  /** RFC 3339; `until` is not included. */
  since?: string;
  until?: string;
  sort?: "oldest" | "newest" | "reports" | "urgent";
  cursor?: string;
  limit?: number;
}

export type DeskCounts = Record<QueueState, number> & { reported?: number };

export interface DeskPage {
  comments: DeskComment[];
  next: string | null;
  counts: DeskCounts;
  /** How many wait for each reason. */
  reasons?: Record<string, number>;
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

/** Another text, or parts of it made unreadable. Offsets count code points. */
export type EditForm = { revision: number; reason: string } & (
  | { text: string }
  | { mask: { start: number; end: number }[] }
);

export interface Edited {
  comment: DeskCommentInFull;
  undo: string;
}

/** Who has a comment open. */
export interface Claim {
  comment: string;
  by: string;
  mine: boolean;
}

export interface Decided {
  results: DecisionResult[];
  /** What takes all of them back; absent when nothing was done. */
  undo?: string;
}

export interface UndoResult {
  comment: string;
  status: "done" | "conflict" | "not_found";
  state?: CommentState;
  revision?: number;
}

export interface Ban {
  id: string;
  site?: string;
  story?: string;
  reason?: string;
  by: string;
  at: string;
  ends_at?: string;
  lifted_at?: string;
  lifted_by?: string;
}

/** Everywhere, or on one site, or on one of its stories; for good without `days`. */
export interface BanForm {
  site?: string;
  story?: string;
  days?: number;
  reason?: string;
}

export interface AuthorNote {
  text: string;
  by: string;
  at: string;
}

export type StateCounts = Record<QueueState, number>;

export interface AuthorInFull {
  pseudonym: string;
  first_seen_at: string;
  names: { name: string; comments: number }[];
  counts: { all: StateCounts; month: StateCounts };
  bans: Ban[];
  notes: AuthorNote[];
}

interface CommentEvent {
  comment: string;
  site: string;
  story: string;
}

export type DeskEvent =
  | ({ id: string; type: "comment"; from?: string; to: string; by: string; reason?: string } &
      CommentEvent)
  | { id: string; type: "story"; site: string; story: string; state: StoryState }
  | ({ id: string; type: "reported"; open_reports: number } & CommentEvent)
  | ({ id: string; type: "edited"; by: string } & CommentEvent)
  /** Passing: it has no id, and is not told again. */
  | ({ id?: undefined; type: "claim"; by: string; open: boolean } & CommentEvent);
