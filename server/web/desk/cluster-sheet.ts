// What is to become of all comments of much the same text.

import { html, type TemplateResult } from "lit";

import type { DecisionAction, DeskComment } from "../shared/desk-types.ts";
import { keyOf } from "./decision-bar.ts";
import { actions } from "./decision.ts";
import { LightElement } from "./light-element.ts";
import type { DeskTranslator } from "./messages.ts";

/** Properties: `translator`, `comment`, one of them; `onDecide`, `onList`. */
export class ClusterSheet extends LightElement {
  static override properties = {
    translator: { attribute: false },
    comment: { attribute: false },
    onDecide: { attribute: false },
    onList: { attribute: false },
  };

  declare translator: DeskTranslator;
  declare comment: DeskComment;
  declare onDecide: (action: DecisionAction) => void;
  declare onList: () => void;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("keydown", this.#decideByKey);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("keydown", this.#decideByKey);
  }

  protected override render(): TemplateResult {
    const { translator, comment } = this;
    return html`<blockquote class="typed" dir="auto">${comment.text}</blockquote>
      <p class="muted">${translator.say("cluster.note")}</p>
      <div class="decisions sheet-actions">
        ${actions.map(
          (action) =>
            html`<button
              type="button"
              data-cluster-action=${action}
              data-action=${action}
              aria-keyshortcuts=${keyOf[action]}
              @click=${() => this.onDecide(action)}
            >
              ${translator.say(`select.all.${action}`)}
              <kbd aria-hidden="true">${keyOf[action]}</kbd>
            </button>`,
        )}
        <button type="button" class="link" data-list @click=${this.onList}>
          ${translator.say("cluster.list")}
        </button>
      </div>`;
  }

  /** The same keys as for one comment. The sheet that follows asks once more. */
  readonly #decideByKey = (event: KeyboardEvent): void => {
    const action = actions.find((one) => keyOf[one] === event.key.toLowerCase());
    const { ctrlKey, metaKey, altKey, repeat, defaultPrevented } = event;
    if (!action || ctrlKey || metaKey || altKey || repeat || defaultPrevented) return;
    event.preventDefault();
    this.onDecide(action);
  };
}
