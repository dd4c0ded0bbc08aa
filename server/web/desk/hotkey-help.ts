// All keys, on one sheet.

import { html, type TemplateResult } from "lit";

import { LightElement } from "./light-element.ts";
import type { DeskTranslator, MessageKey } from "./messages.ts";

const rows: readonly [MessageKey, readonly string[]][] = [
  ["help.move", ["j", "k"]],
  ["help.approve", ["a"]],
  ["help.reject", ["r"]],
  ["help.spam", ["s"]],
  ["help.details", ["e"]],
  ["help.story", ["t"]],
  ["help.fresh", ["n"]],
  ["help.tabs", ["1", "2", "3", "4"]],
  ["help.filter", ["/"]],
  ["help.help", ["?"]],
  ["help.escape", ["Esc"]],
];

/** Properties: `translator`, `onClose`. Takes the focus when it appears. */
export class HotkeyHelp extends LightElement {
  static override properties = {
    translator: { attribute: false },
    onClose: { attribute: false },
  };

  declare translator: DeskTranslator;
  declare onClose: () => void;

  override firstUpdated(): void {
    this.querySelector("button")?.focus();
  }

  protected override render(): TemplateResult {
    const { translator } = this;
    return html`<div class="veil" @click=${this.#clickOutside}>
      <div
        class="sheet help"
        role="dialog"
        aria-modal="true"
        aria-labelledby="help-heading"
        @keydown=${this.#keepFocus}
      >
        <h2 id="help-heading">${translator.say("help.heading")}</h2>
        <dl>
          ${rows.map(
            ([what, keys]) =>
              html`<div>
                <dt>${keys.map((key) => html`<kbd>${key}</kbd>`)}</dt>
                <dd>${translator.say(what)}</dd>
              </div>`,
          )}
        </dl>
        <button type="button" class="quiet" @click=${this.onClose}>
          ${translator.say("help.close")}
        </button>
      </div>
    </div>`;
  }

  readonly #clickOutside = (event: Event): void => {
    if (event.target === event.currentTarget) this.onClose();
  };

  /** There is one thing to focus; what is behind is out of reach meanwhile. */
  readonly #keepFocus = (event: KeyboardEvent): void => {
    if (event.key === "Tab") event.preventDefault();
  };
}
