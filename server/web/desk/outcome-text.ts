// What became of a decision, in words.

import type { DecisionAction, DeskComment } from "../shared/desk-types.ts";
import { describeError } from "../shared/errors.ts";
import type { BatchOutcome, Outcome } from "./deciding.ts";
import { isKeeping } from "./decision.ts";
import { keyOr, type DeskTranslator } from "./messages.ts";
import type { Notice } from "./notices.ts";

type NoticeText = Pick<Notice, "kind" | "text">;

/** What stays on a comment that is back because its decision did not come to pass. */
export function problemText(translator: DeskTranslator, outcome: Outcome): string {
  switch (outcome.kind) {
    case "conflict":
      return translator.say("failed.changed");
    case "not_allowed":
      return translator.say("failed.not_allowed");
    case "not_found":
      return translator.say("failed.gone");
    default: {
      const error = outcome.kind === "failed" ? outcome.error : undefined;
      return translator.say("failed.decision", { reason: describeError(translator, error) });
    }
  }
}

/** What the moderator is told wherever they look by then. */
export function outcomeNotice(
  translator: DeskTranslator,
  outcome: Outcome,
  { comment, action }: { comment: DeskComment; action: DecisionAction },
): NoticeText {
  const { name } = comment.author;
  if (outcome.kind === "done") {
    const key = isKeeping(action, comment) ? "done.keep" : `done.${action}` as const;
    return { kind: "news", text: translator.say(key, { name }) };
  }
  if (outcome.kind === "conflict" && outcome.now && outcome.now.state !== comment.state) {
    const { state, history } = outcome.now;
    const by = history.filter(({ to }) => to === state).pop()?.by;
    const key = by === undefined ? "conflict.other" : keyOr("conflict", state, "conflict.other");
    return { kind: "problem", text: translator.say(key, { by: by ?? "", name }) };
  }
  return { kind: "problem", text: problemText(translator, outcome) };
}

/** What is told of many decisions that were taken as one. */
export function batchNotice(
  translator: DeskTranslator,
  { done, missed, error }: BatchOutcome,
  action: DecisionAction,
): NoticeText {
  const parts: string[] = [];
  if (done.length > 0) parts.push(translator.say(`done.all.${action}`, { count: done.length }));
  if (missed > 0) parts.push(translator.say("done.missed", { count: missed }));
  if (error !== undefined) parts.push(describeError(translator, error));
  if (parts.length === 0) parts.push(translator.say("bulk.nothing"));
  return { kind: missed > 0 || error !== undefined ? "problem" : "news", text: parts.join(" ") };
}

/** What is told of decisions that were taken back. */
export function undoNotice(
  translator: DeskTranslator,
  comments: readonly DeskComment[],
  { back, missed, error }: { back: number; missed: number; error?: unknown },
): NoticeText {
  const [first] = comments;
  const name = first?.author.name ?? "";
  const parts: string[] = [];
  if (back === 1 && comments.length === 1) parts.push(translator.say("undo.one", { name }));
  else if (back > 0) parts.push(translator.say("undo.many", { count: back }));
  if (missed > 0) parts.push(translator.say("undo.missed", { count: missed }));
  if (error !== undefined) parts.push(describeError(translator, error));
  return { kind: missed > 0 || error !== undefined ? "problem" : "news", text: parts.join(" ") };
}
