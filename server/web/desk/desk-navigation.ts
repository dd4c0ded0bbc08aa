// The links to the desk's pages; behind a button where there is little room.

import { html, type TemplateResult } from "lit";

import { LightElement } from "./light-element.ts";
import type { DeskTranslator } from "./messages.ts";
import type { Page, PageName } from "./pages.ts";

/** Properties: `translator`, `pages` to offer, `current`, `addressOf` a page. */
export class DeskNavigation extends LightElement {
  static override properties = {
    translator: { attribute: false },
    pages: { attribute: false },
    current: { attribute: false },
    addressOf: { attribute: false },
  };

  declare translator: DeskTranslator;
  declare pages: readonly Page[];
  declare current: PageName;
  declare addressOf: (name: PageName) => string;

  #isOpen = false;

  protected override render(): TemplateResult {
    const { translator } = this;
    return html`<nav
      class="pages"
      aria-label=${translator.say("page.label")}
      @keydown=${this.#closeByKey}
      @focusout=${this.#closeBehind}
    >
      <button
        type="button"
        class="quiet"
        aria-expanded=${this.#isOpen}
        aria-controls="page-list"
        @click=${() => this.#open(!this.#isOpen)}
      >
        ${translator.say("page.menu")}
      </button>
      <ul id="page-list" class=${this.#isOpen ? "open" : ""} @click=${() => this.#open(false)}>
        ${this.pages.map((page) => html`<li>${this.#link(page)}</li>`)}
      </ul>
    </nav>`;
  }

  #link({ name, title, key }: Page): TemplateResult {
    return html`<a
      href=${this.addressOf(name)}
      aria-current=${name === this.current ? "page" : "false"}
      aria-keyshortcuts="g ${key}"
      >${this.translator.say(title)}</a
    >`;
  }

  #open(isOpen: boolean): void {
    this.#isOpen = isOpen;
    this.requestUpdate();
  }

  readonly #closeByKey = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || !this.#isOpen) return;
    event.preventDefault();
    this.#open(false);
    this.querySelector("button")?.focus();
  };

  readonly #closeBehind = ({ relatedTarget }: FocusEvent): void => {
    if (this.#isOpen && relatedTarget && !this.contains(relatedTarget as Node)) this.#open(false);
  };
}
