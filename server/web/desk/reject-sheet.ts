// Asks why a comment is rejected.

import { html, type TemplateResult } from "lit";

import { LightElement } from "./light-element.ts";
import type { DeskTranslator } from "./messages.ts";
import { reasonCodes, reasonOf, type ReasonCode } from "./reject-reasons.ts";

const wordsMax = 200;

/** Properties: `translator`, `onReject`, told the reason, `onClose`. */
export class RejectSheet extends LightElement {
  static override properties = {
    translator: { attribute: false },
    onReject: { attribute: false },
    onClose: { attribute: false },
  };

  declare translator: DeskTranslator;
  declare onReject: (reason: string) => void;
  declare onClose: () => void;

  override firstUpdated(): void {
    this.querySelector<HTMLElement>("[name=code]")?.focus();
  }

  protected override render(): TemplateResult {
    const { translator } = this;
    return html`<form class="reject" @submit=${this.#submit} @keydown=${this.#chooseByNumber}>
      <fieldset>
        <legend class="unseen">${translator.say("reject.code")}</legend>
        ${reasonCodes.map((code, index) => this.#choice(code, index))}
      </fieldset>
      <label class="field">
        <span>${translator.say("reject.words")}</span>
        <input name="words" maxlength=${wordsMax} autocomplete="off" />
      </label>
      <div class="sheet-actions">
        <button type="submit" class="primary" data-confirm>
          ${translator.say("reject.submit")}
        </button>
        <button type="button" class="quiet" data-cancel @click=${this.onClose}>
          ${translator.say("reject.cancel")}
        </button>
      </div>
    </form>`;
  }

  #choice(code: ReasonCode, index: number): TemplateResult {
    return html`<label class="radio">
      <input
        type="radio"
        name="code"
        value=${code}
        ?checked=${index === 0}
        aria-keyshortcuts=${index + 1}
      />
      <span>${this.translator.say(`reason_code.${code}`)}</span>
      <kbd aria-hidden="true">${index + 1}</kbd>
    </label>`;
  }

  /** Where one writes, a number is a number. */
  readonly #chooseByNumber = (event: KeyboardEvent): void => {
    const choice = this.querySelectorAll<HTMLInputElement>("[name=code]")[Number(event.key) - 1];
    const isWriting = (event.target as Element).matches("[name=words]");
    if (!choice || isWriting || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    choice.checked = true;
    choice.focus();
  };

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    const code = this.querySelector<HTMLInputElement>("[name=code]:checked")?.value;
    const words = this.querySelector<HTMLInputElement>("[name=words]")?.value ?? "";
    this.onReject(reasonOf((code ?? "other") as ReasonCode, words));
  };
}
