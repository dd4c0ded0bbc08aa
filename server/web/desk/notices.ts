// What the desk has to tell: a line at the edge of the window, also for those who do not see it.

import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";

import { LightElement } from "./light-element.ts";
import type { DeskTranslator } from "./messages.ts";

export interface Notice {
  id: number;
  /** A "problem" stays until it is dismissed. */
  kind: "news" | "problem";
  text: string;
  /** What can be done about it. */
  offer?: Offer | undefined;
}

export interface Offer {
  label: string;
  key: string;
  take: () => void;
}

const newsForMs = 5_000;
const noticesMax = 4;

export class Notices {
  /** Time to read an offer, and to reach it. */
  offerForMs = 12_000;
  readonly #onChange: () => void;
  #items: Notice[] = [];
  #lastId = 0;
  #heldId: number | undefined;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  get items(): readonly Notice[] {
    return this.#items;
  }

  /** Tells the notice's id. */
  tell(kind: Notice["kind"], text: string, offer?: Offer): number {
    const id = ++this.#lastId;
    // The same twice is one; what was told longest ago makes room.
    const others = this.#items.filter((notice) => notice.text !== text);
    this.#items = [...others, { id, kind, text, offer }].slice(-noticesMax);
    if (kind === "news") this.#passLater(id, offer ? this.offerForMs : newsForMs);
    this.#onChange();
    return id;
  }

  /** While somebody is at a notice, it does not go. */
  hold(id: number | undefined): void {
    this.#heldId = id;
  }

  dismiss(id: number): void {
    this.#items = this.#items.filter((notice) => notice.id !== id);
    this.#onChange();
  }

  #passLater(id: number, ms: number): void {
    setTimeout(() => {
      if (id === this.#heldId) this.#passLater(id, newsForMs);
      else if (this.#items.some((notice) => notice.id === id)) this.dismiss(id);
    }, ms);
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
      ({ id, text, offer }) =>
        html`<div
          class="notice"
          data-kind=${kind}
          @focusin=${() => this.notices.hold(id)}
          @pointerenter=${() => this.notices.hold(id)}
          @focusout=${() => this.notices.hold(undefined)}
          @pointerleave=${() => this.notices.hold(undefined)}
        >
          <span>${text}</span>
          ${offer
            ? html`<button
                type="button"
                class="link"
                data-offer
                aria-keyshortcuts=${offer.key}
                @click=${offer.take}
              >
                ${offer.label} <kbd aria-hidden="true">${offer.key}</kbd>
              </button>`
            : nothing}
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
