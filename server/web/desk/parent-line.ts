// What a comment replies to, folded until somebody asks.

import { html, nothing, type TemplateResult } from "lit";

import type { DeskComment } from "../shared/desk-types.ts";
import { keyOr, type DeskTranslator } from "./messages.ts";

/** Open where all that is known of the comment is. */
export function parentLine(
  { parent, parent_comment }: DeskComment,
  translator: DeskTranslator,
  isOpen: boolean,
): TemplateResult | typeof nothing {
  if (!parent && !parent_comment) return nothing;
  if (!parent_comment) return html`<p class="muted">${translator.say("card.in_reply")}</p>`;
  const { author, text, state } = parent_comment;
  return html`<details class="parent" ?open=${isOpen}>
    <summary>
      <span>${translator.say("card.in_reply_to", { name: author.name })}</span>
      <span class="glimpse" dir="auto">${text}</span>
    </summary>
    <blockquote class="typed" dir="auto">${text}</blockquote>
    ${state === "published"
      ? nothing
      : html`<p class="muted">${translator.say(keyOr("state", state, "queue.label"))}</p>`}
  </details>`;
}
