// How many comments are chosen, and what may be decided on all of them.

import { html, nothing, type TemplateResult } from "lit";

import type { DecisionAction } from "../shared/desk-types.ts";
import { actions } from "./decision.ts";
import { keyOf } from "./decision-bar.ts";
import { LightElement } from "./light-element.ts";
import type { DeskTranslator } from "./messages.ts";

/**
 * Properties: `translator`; `count`, how many are chosen; `listed`, how many there are to choose;
 * `isBusy`; `onDecide`, `onListed`, `onClear`, `onMatching`.
 */
export class SelectionBar extends LightElement {
  static override properties = {
    translator: { attribute: false },
    count: { attribute: false },
    listed: { attribute: false },
    isBusy: { attribute: false },
    onDecide: { attribute: false },
    onListed: { attribute: false },
    onClear: { attribute: false },
    onMatching: { attribute: false },
  };

  declare translator: DeskTranslator;
  declare count: number;
  declare listed: number;
  declare isBusy: boolean;
  declare onDecide: (action: DecisionAction) => void;
  declare onListed: () => void;
  declare onClear: () => void;
  declare onMatching: (action: DecisionAction) => void;

  /** Which decision is wanted for all that match, while that is asked. */
  #isOffering = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.documentElement.removeAttribute("data-selecting");
  }

  /** For styles. With ":has" they would be worked out anew whenever anything changes anywhere. */
  protected override updated(): void {
    document.documentElement.toggleAttribute("data-selecting", this.count > 0);
  }

  protected override render(): TemplateResult {
    const { translator, count } = this;
    return html`<div
      class="selection"
      role="group"
      aria-label=${translator.say("select.label")}
      data-count=${count}
    >
      <p class="selected" role="status">
        ${count > 0 ? translator.say("select.count", { count }) : ""}
      </p>
      ${count > 0 ? this.#decisions() : nothing}
      <div class="selecting">
        ${count < this.listed
          ? html`<button type="button" class="link" data-select="listed" @click=${this.onListed}>
              ${translator.say("select.listed", { count: this.listed })}
            </button>`
          : nothing}
        ${count > 0
          ? html`<button type="button" class="link" data-select="none" @click=${this.onClear}>
              ${translator.say("select.none")}
            </button>`
          : nothing}
        ${this.listed > 0 ? this.#matching() : nothing}
      </div>
    </div>`;
  }

  #decisions(): TemplateResult {
    return html`<div class="decisions">
      ${actions.map(
        (action) =>
          html`<button
            type="button"
            data-all=${action}
            data-action=${action}
            aria-keyshortcuts=${keyOf[action]}
            aria-disabled=${this.isBusy}
            @click=${() => (this.isBusy ? undefined : this.onDecide(action))}
          >
            ${this.translator.say(`action.${action}`)}
            <kbd aria-hidden="true">${keyOf[action]}</kbd>
          </button>`,
      )}
    </div>`;
  }

  /** Behind one more step: it reaches what is not in sight. */
  #matching(): TemplateResult {
    const { translator } = this;
    return html`<button
        type="button"
        class="link"
        data-select="matching"
        aria-expanded=${this.#isOffering}
        @click=${() => this.#offer(!this.#isOffering)}
      >
        ${translator.say("select.matching")}
      </button>
      ${this.#isOffering
        ? html`<span class="matching" role="group" aria-label=${translator.say("select.matching")}>
            ${actions.map(
              (action) =>
                html`<button
                  type="button"
                  class="quiet"
                  data-matching=${action}
                  @click=${() => this.#take(action)}
                >
                  ${translator.say(`select.all.${action}`)}
                </button>`,
            )}
          </span>`
        : nothing}`;
  }

  #offer(isOffering: boolean): void {
    this.#isOffering = isOffering;
    this.requestUpdate();
  }

  #take(action: DecisionAction): void {
    this.#offer(false);
    // The sheet that follows gives the focus back to what stays.
    this.querySelector<HTMLElement>("[data-select=matching]")?.focus();
    this.onMatching(action);
  }
}
