// The buttons to decide with.

import { html, type TemplateResult } from "lit";

import type { DecisionAction, DeskComment } from "../shared/desk-types.ts";
import { actions, isKeeping, isPossible } from "./decision.ts";
import { LightElement } from "./light-element.ts";
import type { DeskTranslator } from "./messages.ts";

export const keyOf: Readonly<Record<DecisionAction, string>> = {
  approve: "a",
  reject: "r",
  spam: "s",
};

/** Properties: `translator`, `comment`, `onDecide`; `onReason`, to reject with a reason. */
export class DecisionBar extends LightElement {
  static override properties = {
    translator: { attribute: false },
    comment: { attribute: false },
    onDecide: { attribute: false },
    onReason: { attribute: false },
  };

  declare translator: DeskTranslator;
  declare comment: DeskComment;
  declare onDecide: (action: DecisionAction) => void;
  declare onReason: () => void;

  protected override render(): TemplateResult {
    const { name } = this.comment.author;
    return html`<div
      class="decisions"
      role="group"
      aria-label=${this.translator.say("card.actions", { name })}
    >
      ${actions
        .filter((action) => isPossible(action, this.comment))
        .map((action) =>
          action === "reject"
            ? html`<span class="split">${this.#button(action)}${this.#reasonButton()}</span>`
            : this.#button(action),
        )}
    </div>`;
  }

  #button(action: DecisionAction): TemplateResult {
    const isKept = isKeeping(action, this.comment);
    return html`<button
      type="button"
      data-action=${action}
      aria-keyshortcuts=${keyOf[action]}
      @click=${(event: MouseEvent) => this.#decide(event, action)}
    >
      ${this.translator.say(isKept ? "action.keep" : `action.${action}`)}
      <kbd aria-hidden="true">${keyOf[action]}</kbd>
    </button>`;
  }

  #reasonButton(): TemplateResult {
    const label = this.translator.say("reject.with_reason");
    return html`<button
      type="button"
      data-reason-sheet
      aria-haspopup="dialog"
      aria-keyshortcuts="Shift+R"
      aria-label=${label}
      title=${label}
      @click=${this.onReason}
    >
      …
    </button>`;
  }

  #decide(event: MouseEvent, action: DecisionAction): void {
    // The second click of a double click falls on the comment that has moved up.
    if (event.detail > 1) return;
    this.onDecide(action);
  }
}
