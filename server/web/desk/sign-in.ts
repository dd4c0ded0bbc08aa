// The form to sign in with, on a page of its own or in front of the place one was at.

import { html, nothing, type TemplateResult } from "lit";

import { describeError } from "../shared/errors.ts";
import { LightElement } from "./light-element.ts";
import type { DeskTranslator } from "./messages.ts";
import type { SignInState } from "./sign-in-state.ts";

/** Properties: `signIn`, `translator`; `expired` when a session has ended in the middle of work. */
export class SignIn extends LightElement {
  static override properties = {
    signIn: { attribute: false },
    translator: { attribute: false },
    expired: { attribute: false },
  };

  declare signIn: SignInState;
  declare translator: DeskTranslator;
  declare expired: boolean;

  #isBusy = false;
  #problem: string | undefined;

  override firstUpdated(): void {
    const empty = [...this.querySelectorAll("input")].find(({ value }) => !value);
    (empty ?? this.querySelector("input"))?.focus();
  }

  protected override render(): TemplateResult {
    const { translator } = this;
    return html`<form
      class="sign-in"
      novalidate
      aria-labelledby="sign-in-heading"
      @submit=${this.#submit}
    >
      <p class="brand" aria-hidden="true">${translator.say("desk.name")}</p>
      <h1 id="sign-in-heading">
        ${translator.say(this.expired ? "sign_in.expired" : "sign_in.heading")}
      </h1>
      ${this.expired ? html`<p>${translator.say("sign_in.expired.note")}</p>` : nothing}
      <label for="sign-in-name">${translator.say("sign_in.name")}</label>
      <input
        id="sign-in-name"
        name="name"
        autocomplete="username"
        dir="auto"
        autocapitalize="off"
        spellcheck="false"
        maxlength="200"
        .value=${this.signIn.moderator?.name ?? ""}
        ?readonly=${this.#isBusy}
        aria-describedby="sign-in-problem"
      />
      <label for="sign-in-password">${translator.say("sign_in.password")}</label>
      <input
        id="sign-in-password"
        name="password"
        type="password"
        autocomplete="current-password"
        ?readonly=${this.#isBusy}
        aria-describedby="sign-in-problem"
      />
      <p id="sign-in-problem" class="problem" role="alert">${this.#problem ?? nothing}</p>
      <button type="submit" class="primary" aria-disabled=${this.#isBusy}>
        ${translator.say(this.#isBusy ? "sign_in.busy" : "sign_in.submit")}
      </button>
    </form>`;
  }

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (this.#isBusy) return;
    const [name, password] = [this.#field("name"), this.#field("password")];
    if (!name.value.trim() || !password.value) {
      this.#problem = this.translator.say("sign_in.missing");
      this.requestUpdate();
      (name.value.trim() ? password : name).focus();
      return;
    }
    this.#isBusy = true;
    this.#problem = undefined;
    this.requestUpdate();
    try {
      await this.signIn.signIn(name.value.trim(), password.value);
      password.value = "";
    } catch (error) {
      this.#problem = describeError(this.translator, error);
      password.select();
    }
    this.#isBusy = false;
    this.requestUpdate();
  };

  #field(name: string): HTMLInputElement {
    return this.querySelector(`[name="${name}"]`) as HTMLInputElement;
  }
}
