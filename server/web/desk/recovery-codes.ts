// The recovery codes of a second factor, which are shown once.

import { html, type TemplateResult } from "lit";

import { LightElement } from "./light-element.ts";
import type { DeskTranslator } from "./messages.ts";
import { saveText } from "./save-text.ts";

/** Properties: `translator`, `codes`, `onKept`. */
export class RecoveryCodes extends LightElement {
  static override properties = {
    translator: { attribute: false },
    codes: { attribute: false },
    onKept: { attribute: false },
  };

  declare translator: DeskTranslator;
  declare codes: readonly string[];
  declare onKept: () => void;

  override firstUpdated(): void {
    this.querySelector("h4")?.focus();
  }

  protected override render(): TemplateResult {
    const { translator } = this;
    return html`<h4 tabindex="-1">${translator.say("recovery.heading")}</h4>
      <p>${translator.say("recovery.note")}</p>
      <ul class="codes">
        ${this.codes.map((code) => html`<li><code>${code}</code></li>`)}
      </ul>
      <div class="sheet-actions">
        <rejoinder-copy-button
          .translator=${translator}
          .text=${this.#text}
        ></rejoinder-copy-button>
        <button type="button" class="quiet" data-save @click=${this.#save}>
          ${translator.say("recovery.save")}
        </button>
        <button type="button" class="primary" data-kept @click=${() => this.onKept()}>
          ${translator.say("recovery.kept")}
        </button>
      </div>`;
  }

  get #text(): string {
    return `${this.codes.join("\n")}\n`;
  }

  readonly #save = (): void => {
    saveText(this.translator.say("recovery.file"), this.#text);
  };
}
