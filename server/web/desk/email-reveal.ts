// Shows an author's e-mail address for a minute, to who says why. It is kept nowhere else.

import { html, nothing, type TemplateResult } from "lit";

import { formProblem } from "./form-problem.ts";
import { LightElement } from "./light-element.ts";
import type { DeskTranslator } from "./messages.ts";

const shownForSeconds = 60;
const reasonMin = 3;

/** Properties: `translator`; `load`, which tells the address for a reason. */
export class EmailReveal extends LightElement {
  static override properties = {
    translator: { attribute: false },
    load: { attribute: false },
  };

  declare translator: DeskTranslator;
  declare load: (reason: string) => Promise<string>;

  #isAsking = false;
  #isBusy = false;
  #problem = "";
  #email: string | undefined;
  #hidesAt = 0;
  #ticking: ReturnType<typeof setInterval> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#hide();
  }

  protected override render(): TemplateResult {
    return html`<div class="email" aria-live="polite">
      ${this.#email === undefined ? nothing : this.#shown(this.#email)}
    </div>
    ${this.#email !== undefined ? nothing : this.#isAsking ? this.#form() : this.#button()}`;
  }

  #button(): TemplateResult {
    return html`<button type="button" class="quiet" data-reveal @click=${() => this.#ask(true)}>
      ${this.translator.say("email.show")}
    </button>`;
  }

  #form(): TemplateResult {
    const { translator } = this;
    return html`<form class="email-form" @submit=${this.#submit}>
      <label class="field"
        ><span>${translator.say("email.reason")}</span>
        <input name="email-reason" maxlength="500" autocomplete="off" dir="auto" />
      </label>
      <p class="muted">${translator.say("email.note")}</p>
      <p class="problem" role="alert">${this.#problem}</p>
      <div class="sheet-actions">
        <button type="submit" class="primary" aria-disabled=${this.#isBusy}>
          ${translator.say("email.submit")}
        </button>
        <button type="button" class="quiet" @click=${() => this.#ask(false)}>
          ${translator.say("bulk.cancel")}
        </button>
      </div>
    </form>`;
  }

  /** The seconds are not read out one by one. */
  #shown(email: string): TemplateResult {
    const { translator } = this;
    const count = Math.max(0, Math.ceil((this.#hidesAt - Date.now()) / 1_000));
    return html`<p class="address"><bdi>${email}</bdi></p>
      <p class="muted" aria-hidden="true" data-countdown>
        ${translator.say("email.hides", { count })}
      </p>
      <button type="button" class="quiet" data-hide @click=${() => this.#hide()}>
        ${translator.say("email.hide")}
      </button>`;
  }

  async #ask(isAsking: boolean): Promise<void> {
    this.#isAsking = isAsking;
    this.#problem = "";
    this.requestUpdate();
    await this.updateComplete;
    this.querySelector<HTMLElement>(isAsking ? "input" : "[data-reveal]")?.focus();
  }

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const field = this.querySelector<HTMLInputElement>("input");
    const reason = field?.value.trim() ?? "";
    if (this.#isBusy) return;
    this.#problem = reason.length < reasonMin ? this.translator.say("email.required") : "";
    this.#isBusy = !this.#problem;
    this.requestUpdate();
    if (this.#problem) return field?.focus();
    try {
      const email = await this.load(reason);
      if (this.isConnected) this.#show(email);
    } catch (error) {
      this.#problem = formProblem(this.translator, error);
    }
    this.#isBusy = false;
    this.requestUpdate();
    await this.updateComplete;
    this.querySelector<HTMLElement>("[data-hide]")?.focus();
  };

  #show(email: string): void {
    this.#email = email;
    this.#isAsking = false;
    this.#hidesAt = Date.now() + shownForSeconds * 1_000;
    this.#ticking = setInterval(() => {
      if (Date.now() >= this.#hidesAt) this.#hide();
      else this.requestUpdate();
    }, 1_000);
  }

  #hide(): void {
    clearInterval(this.#ticking);
    const hadFocus = this.contains(document.activeElement);
    this.#email = undefined;
    this.#isAsking = false;
    if (!this.isConnected) return;
    this.requestUpdate();
    if (hadFocus)
      void this.updateComplete.then(() =>
        this.querySelector<HTMLElement>("[data-reveal]")?.focus(),
      );
  }
}
