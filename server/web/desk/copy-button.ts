// Copies a text that is shown once, and says that it did.

import { html, type TemplateResult } from "lit";

import { LightElement } from "./light-element.ts";
import type { DeskTranslator } from "./messages.ts";

/** Properties: `translator`, `text`. */
export class CopyButton extends LightElement {
  static override properties = {
    translator: { attribute: false },
    text: { attribute: false },
  };

  declare translator: DeskTranslator;
  declare text: string;

  #said: "copy.done" | "copy.failed" | undefined;

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("text")) this.#said = undefined;
  }

  protected override render(): TemplateResult {
    const { translator } = this;
    return html`<button type="button" class="quiet" data-copy @click=${this.#copy}>
        ${translator.say("copy.copy")}
      </button>
      <span role="status" class="muted">${this.#said ? translator.say(this.#said) : ""}</span>`;
  }

  readonly #copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(this.text);
      this.#said = "copy.done";
    } catch {
      // Where the page is not served securely, there is no clipboard.
      this.#said = "copy.failed";
    }
    this.requestUpdate();
  };
}
