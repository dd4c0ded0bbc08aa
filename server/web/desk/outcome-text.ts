// What became of a decision, in words.

import type { DecisionAction, DeskComment } from "../shared/desk-types.ts";
import { describeError } from "../shared/errors.ts";
import type { Outcome } from "./live-queue.ts";
import { keyOr, type DeskTranslator } from "./messages.ts";
import type { Notice } from "./notices.ts";

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
): Omit<Notice, "id"> {
  const { name } = comment.author;
  if (outcome.kind === "done")
    return { kind: "news", text: translator.say(`done.${action}`, { name }) };
  if (outcome.kind === "conflict" && outcome.now && outcome.now.state !== comment.state) {
    const { state, history } = outcome.now;
    const by = history.filter(({ to }) => to === state).pop()?.by;
    const key = by === undefined ? "conflict.other" : keyOr("conflict", state, "conflict.other");
    return { kind: "problem", text: translator.say(key, { by: by ?? "", name }) };
  }
  return { kind: "problem", text: problemText(translator, outcome) };
}
