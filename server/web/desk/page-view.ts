// One page other than the queue: fetched when it is wanted, then shown.

import { html, type PropertyValues, type TemplateResult } from "lit";

import type { DeskApi } from "../shared/desk-api.ts";
import { LightElement } from "./light-element.ts";
import type { DeskTranslator } from "./messages.ts";
import type { Notices } from "./notices.ts";
import type { Page } from "./pages.ts";
import type { Sheets } from "./sheets.ts";
import type { SignInState } from "./sign-in-state.ts";

/** What every page's element is given. */
export interface PageNeeds {
  api: DeskApi;
  signIn: SignInState;
  translator: DeskTranslator;
  notices: Notices;
  sheets: Sheets;
  /** While the session has ended; what failed by that may be tried again afterwards. */
  suspended: boolean;
}

/** Properties: `page`, `needs`, `arrivals`: counted, because the focus follows each of them. */
export class PageView extends LightElement {
  static override properties = {
    page: { attribute: false },
    needs: { attribute: false },
    arrivals: { attribute: false },
  };

  declare page: Page;
  declare needs: PageNeeds;
  declare arrivals: number;

  #element: (HTMLElement & Partial<PageNeeds>) | undefined;
  #hasFailed = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("page")) void this.#load(this.page);
    if (this.#element) Object.assign(this.#element, this.needs);
  }

  protected override render(): TemplateResult {
    return html`<main id="page" tabindex="-1">
      ${this.#element ?? (this.#hasFailed ? this.#failed() : this.#loading())}
    </main>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("page") || !changed.has("arrivals")) return;
    (this.#element as { arrived?: () => void } | undefined)?.arrived?.();
    void this.#focusHeading();
  }

  #loading(): TemplateResult {
    return html`<p class="empty" role="status">${this.needs.translator.say("desk.loading")}</p>`;
  }

  /** A browser does not fetch again what it could not fetch; a reload does. */
  #failed(): TemplateResult {
    const { translator } = this.needs;
    return html`<div class="empty" role="alert">
      <p>${translator.say("page.failed")}</p>
      <button type="button" class="quiet" @click=${() => location.reload()}>
        ${translator.say("page.reload")}
      </button>
    </div>`;
  }

  async #load(page: Page): Promise<void> {
    const { tag, load } = page;
    this.#element = undefined;
    this.#hasFailed = false;
    const { translator } = this.needs;
    document.title = `${translator.say(page.title)} – ${translator.say("desk.title")}`;
    try {
      await load?.();
    } catch {
      this.#hasFailed = true;
    }
    if (page !== this.page || !this.isConnected) return;
    if (tag && !this.#hasFailed) this.#element = document.createElement(tag);
    this.requestUpdate();
    await this.#focusHeading();
  }

  async #focusHeading(): Promise<void> {
    await this.updateComplete;
    await (this.#element as Partial<LightElement> | undefined)?.updateComplete;
    const heading = this.#element?.querySelector("h2");
    if (heading && !heading.hasAttribute("tabindex")) heading.setAttribute("tabindex", "-1");
    // Where one has gone on to meanwhile, the focus stays.
    if (this.isConnected) (heading ?? this.querySelector("main"))?.focus();
  }
}
