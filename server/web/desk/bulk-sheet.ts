// Decides on everything that matches: finds it, asks with the number, and tells how far it is.

import { html, nothing, type TemplateResult } from "lit";

import type { DecisionAction, DeskComment } from "../shared/desk-types.ts";
import { describeError } from "../shared/errors.ts";
import type { Collect } from "./all-matching.ts";
import { isPossible } from "./decision.ts";
import { LightElement } from "./light-element.ts";
import type { DeskTranslator } from "./messages.ts";

export type DecideAll = (
  comments: readonly DeskComment[],
  action: DecisionAction,
  onProgress: (done: number, all: number) => void,
) => Promise<unknown>;

/** Properties: `translator`, `action`, `collect`, `decideAll`, `onClose`. */
export class BulkSheet extends LightElement {
  static override properties = {
    translator: { attribute: false },
    action: { attribute: false },
    collect: { attribute: false },
    decideAll: { attribute: false },
    onClose: { attribute: false },
  };

  declare translator: DeskTranslator;
  declare action: DecisionAction;
  declare collect: Collect;
  declare decideAll: DecideAll;
  declare onClose: () => void;

  #phase: "finding" | "asking" | "deciding" | "failed" = "finding";
  #comments: readonly DeskComment[] = [];
  #found = 0;
  #decided = 0;
  #error: unknown;

  override firstUpdated(): void {
    void this.#find();
  }

  protected override render(): TemplateResult {
    return html`<p role="status">${this.#statusText()}</p>
      ${this.#phase === "asking" && this.#comments.length > 0
        ? html`<p class="muted">${this.translator.say("bulk.note")}</p>`
        : nothing}
      ${this.#phase === "finding" ? html`<progress></progress>` : nothing}
      ${this.#phase === "deciding"
        ? html`<progress max=${this.#comments.length} .value=${this.#decided}></progress>`
        : nothing}
      <div class="sheet-actions">${this.#buttons()}</div>`;
  }

  protected override updated(): void {
    if (this.#phase !== "asking") return;
    this.querySelector<HTMLElement>("[data-confirm], [data-cancel]")?.focus();
  }

  #statusText(): string {
    const { translator, action } = this;
    const count = this.#comments.length;
    switch (this.#phase) {
      case "finding":
        return translator.say("bulk.finding", { count: this.#found });
      case "failed":
        return describeError(translator, this.#error);
      case "deciding":
        return translator.say("bulk.progress", { done: this.#decided, all: count });
      default:
        return count === 0
          ? translator.say("bulk.nothing")
          : translator.say(`bulk.ask.${action}`, { count });
    }
  }

  #buttons(): TemplateResult | typeof nothing {
    const { translator, action } = this;
    if (this.#phase === "deciding") return nothing;
    const count = this.#comments.length;
    return html`${this.#phase === "asking" && count > 0
        ? html`<button type="button" class="primary" data-confirm @click=${this.#decide}>
            ${translator.say(`bulk.do.${action}`, { count })}
          </button>`
        : nothing}
      <button type="button" class="quiet" data-cancel @click=${this.onClose}>
        ${translator.say("bulk.cancel")}
      </button>`;
  }

  async #find(): Promise<void> {
    const onProgress = (found: number) => {
      this.#found = found;
      this.requestUpdate();
    };
    try {
      const all = await this.collect(onProgress, () => !this.isConnected);
      this.#comments = all.filter((comment) => isPossible(this.action, comment));
      this.#phase = "asking";
    } catch (error) {
      this.#error = error;
      this.#phase = "failed";
    }
    this.requestUpdate();
  }

  /** What became of it is told by whoever decides. */
  readonly #decide = async (): Promise<void> => {
    this.#phase = "deciding";
    this.requestUpdate();
    await this.decideAll(this.#comments, this.action, (done) => {
      this.#decided = done;
      this.requestUpdate();
    });
    this.onClose();
  };
}
