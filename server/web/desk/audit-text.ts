// What an event says, in words.

import type { AuditEvent } from "../shared/audit-api.ts";
import { english, keyOr, type DeskTranslator, type MessageKey } from "./messages.ts";

/** The kinds there are, in the order they are offered. */
export const auditKinds = Object.keys(english)
  .filter((key) => key.startsWith("kind."))
  .map((key) => key.slice("kind.".length));

/** One this desk does not know yet is shown as the server spells it. */
export function kindName(translator: DeskTranslator, kind: string): string {
  return Object.hasOwn(english, `kind.${kind}`)
    ? translator.say(`kind.${kind}` as MessageKey)
    : kind.replaceAll("_", " ");
}

export function happenedText(translator: DeskTranslator, event: AuditEvent): string {
  const { kind, to, state } = event;
  if (kind === "decided" && to !== undefined) {
    const key = keyOr("happened", to, "kind.decided");
    return translator.say(key);
  }
  if (kind === "judged" && to !== undefined)
    return translator.say("happened.judged", { state: stateName(translator, to) });
  if (kind === "undone")
    return to === undefined
      ? translator.say("happened.undone.plain")
      : translator.say("happened.undone", { state: stateName(translator, to) });
  if (kind === "story_changed" && (state ?? to) !== undefined)
    return translator.say("happened.story", { state: storyState(translator, state ?? to ?? "") });
  return kindName(translator, kind);
}

export function actorName(translator: DeskTranslator, { by }: AuditEvent): string {
  return by === "filters" ? translator.say("audit.filters") : by;
}

function stateName(translator: DeskTranslator, state: string): string {
  return Object.hasOwn(english, `state.${state}`)
    ? translator.say(`state.${state}` as MessageKey)
    : state;
}

function storyState(translator: DeskTranslator, state: string): string {
  return Object.hasOwn(english, `story.${state}`)
    ? translator.say(`story.${state}` as MessageKey)
    : state;
}
