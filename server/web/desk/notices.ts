// What the desk has to tell: a line at the edge of the window, also for those who do not see it.

import { html, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";

import { LightElement } from "./light-element.ts";
import type { DeskTranslator } from "./messages.ts";

export interface Notice {
  id: number;
  /** A "problem" stays until it is dismissed. */
  kind: "news" | "problem";
  text: string;
}

const newsForMs = 5_000;
const noticesMax = 4;

export class Notices {
  readonly #onChange: () => void;
  #items: Notice[] = [];
  #lastId = 0;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  get items(): readonly Notice[] {
    return this.#items;
  }

  tell(kind: Notice["kind"], text: string): void {
    const id = ++this.#lastId;
    // The same twice is one; what was told longest ago makes room.
    const others = this.#items.filter((notice) => notice.text !== text);
    this.#items = [...others, { id, kind, text }].slice(-noticesMax);
    if (kind === "news") setTimeout(() => this.dismiss(id), newsForMs);
    this.#onChange();
  }

  dismiss(id: number): void {
    this.#items = this.#items.filter((notice) => notice.id !== id);
    this.#onChange();
  }
}

/** Properties: `notices`, `items` (so that it notices when they change), `translator`. */
export class NoticeBoard extends LightElement {
  static override properties = {
    notices: { attribute: false },
    items: { attribute: false },
    translator: { attribute: false },
  };

  declare notices: Notices;
  declare items: readonly Notice[];
  declare translator: DeskTranslator;

  protected override render(): TemplateResult {
    // Two regions that are always there, because only what appears in one is read out.
    return html`
      <div class="notices" role="status" aria-live="polite">${this.#lines("news")}</div>
      <div class="notices" role="alert">${this.#lines("problem")}</div>
    `;
  }

  #lines(kind: Notice["kind"]): unknown {
    return repeat(
      this.items.filter((notice) => notice.kind === kind),
      ({ id }) => id,
      ({ id, text }) =>
        html`<div class="notice" data-kind=${kind}>
          <span>${text}</span>
          <button
            type="button"
            class="icon"
            aria-label=${this.translator.say("notice.dismiss")}
            @click=${() => this.notices.dismiss(id)}
          >
            ×
          </button>
        </div>`,
    );
  }
}
