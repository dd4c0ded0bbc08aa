// Comments and pages as the desk's API has them.

import type { DeskComment, DeskPage, DeskSession, Finding } from "../shared/desk-types.ts";

export const deskSession: DeskSession = {
  moderator: { id: "1", name: "Ada", role: "moderator" },
  csrf_token: "csrf-1",
};

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
    author: { name: `Author of ${id}`, pseudonym: `p-${id}`, published: 0, rejected: 0 },
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
  const counts = { pending: comments.length, published: 0, rejected: 0, spam: 0 };
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
