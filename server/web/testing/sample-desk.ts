// Comments and pages as the desk's API has them.

import type {
  AuthorInFull,
  DeskAuthor,
  DeskComment,
  DeskPage,
  DeskSession,
  Finding,
} from "../shared/desk-types.ts";

export const deskSession: DeskSession = {
  moderator: { id: "1", name: "Ada", role: "moderator" },
  csrf_token: "csrf-1",
};

/** Somebody who has not written before. */
export function sampleDeskAuthor(extra: Partial<DeskAuthor> = {}): DeskAuthor {
  const none = { published: 0, rejected: 0 };
  const base = { name: "Tom", pseudonym: "p", standing: "new", waiting: 0, lately: none } as const;
  return { ...base, ...none, ...extra };
}

/** A pending comment; `minute` is its age order. */
export function sampleDeskComment(
  id: string,
  minute = 0,
  extra: Partial<DeskComment> = {},
): DeskComment {
  return {
    id,
    site: "courier",
    story: { id: "ferry", url: "https://paper.example/ferry", state: "open", title: "The ferry" },
    author: sampleDeskAuthor({ name: `Author of ${id}`, pseudonym: `p-${id}` }),
    text: `Text of ${id}`,
    html: `<p>Text of ${id}</p>`,
    state: "pending",
    revision: 1,
    created_at: new Date(Date.UTC(2026, 9, 12, 8, minute)).toISOString(),
    verdict: "hold",
    score: 0,
    rule_set: "rules-1",
    findings: [],
    ...extra,
  };
}

export function sampleDeskPage(comments: DeskComment[], extra: Partial<DeskPage> = {}): DeskPage {
  const none = { published: 0, rejected: 0, spam: 0, reported: 0 };
  const counts = { pending: comments.length, ...none };
  return { comments, next: null, counts, ...extra };
}

/** A finding in the text, from one code point up to another. */
export function sampleFinding(
  reason: string,
  start = 0,
  end = 0,
  extra: Partial<Finding> = {},
): Finding {
  return { reason, filter: "some_filter", field: "text", start, end, weight: 0, ...extra };
}

/** Somebody with a record, banned once and noted on. */
export function sampleAuthor(extra: Partial<AuthorInFull> = {}): AuthorInFull {
  const at = "2026-09-01T10:00:00Z";
  return {
    pseudonym: "p-a",
    first_seen_at: "2025-03-04T10:00:00Z",
    names: [
      { name: "Tom", comments: 12 },
      { name: "Tommy", comments: 1 },
    ],
    counts: {
      all: { published: 10, pending: 1, rejected: 3, spam: 1 },
      month: { published: 2, pending: 1, rejected: 0, spam: 0 },
    },
    bans: [{ id: "7", site: "courier", reason: "rude", by: "Mira", at }],
    notes: [{ text: "Was warned.", by: "Mira", at }],
    ...extra,
  };
}
