// The form to sign in with, on a page of its own or in front of the place one was at.

import { html, nothing, type TemplateResult } from "lit";

import { ApiError } from "../shared/request.ts";
import { LightElement } from "./light-element.ts";
import type { DeskTranslator, MessageKey } from "./messages.ts";
import { signInProblem } from "./sign-in-problem.ts";
import type { SignInState } from "./sign-in-state.ts";

/** What was right so far; a code is still to come. */
interface FirstFactor {
  name: string;
  password: string;
}

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
  #first: FirstFactor | undefined;
  #isRecovering = false;

  override firstUpdated(): void {
    const empty = [...this.querySelectorAll("input")].find(({ value }) => !value);
    (empty ?? this.querySelector("input"))?.focus();
  }

  protected override render(): TemplateResult {
    const { translator } = this;
    const heading = this.#first
      ? "sign_in.code.heading"
      : this.expired
        ? "sign_in.expired"
        : "sign_in.heading";
    return html`<form
      class="sign-in"
      novalidate
      aria-labelledby="sign-in-heading"
      @submit=${this.#submit}
    >
      <p class="brand" aria-hidden="true">${translator.say("desk.name")}</p>
      <h1 id="sign-in-heading">${translator.say(heading)}</h1>
      ${this.#first ? this.#codeField() : this.#nameAndPassword()}
      <p id="sign-in-problem" class="problem" role="alert">${this.#problem ?? nothing}</p>
      <button type="submit" class="primary" aria-disabled=${this.#isBusy}>
        ${translator.say(this.#isBusy ? "sign_in.busy" : "sign_in.submit")}
      </button>
      ${this.#first ? this.#otherWays() : nothing}
    </form>`;
  }

  #nameAndPassword(): TemplateResult {
    const { translator } = this;
    return html`${this.expired ? html`<p>${translator.say("sign_in.expired.note")}</p>` : nothing}
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
      />`;
  }

  #codeField(): TemplateResult {
    const label = this.#isRecovering ? "sign_in.code.recovery" : "sign_in.code";
    return html`<label for="sign-in-code">${this.translator.say(label)}</label>
      <input
        id="sign-in-code"
        name="code"
        autocomplete="one-time-code"
        autocapitalize="off"
        spellcheck="false"
        inputmode=${this.#isRecovering ? "text" : "numeric"}
        maxlength="40"
        ?readonly=${this.#isBusy}
        aria-describedby="sign-in-problem"
      />`;
  }

  #otherWays(): TemplateResult {
    const way = (key: MessageKey, name: string, take: () => void) =>
      html`<button type="button" class="link" data-way=${name} @click=${take}>
        ${this.translator.say(key)}
      </button>`;
    return html`<p class="ways">
      ${way(
        this.#isRecovering ? "sign_in.code.use_app" : "sign_in.code.use_recovery",
        "recovery",
        () => void this.#turn(() => (this.#isRecovering = !this.#isRecovering)),
      )}
      ${way("sign_in.code.back", "back", () => void this.#turn(() => (this.#first = undefined)))}
    </p>`;
  }

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (this.#isBusy) return;
    if (this.#first) await this.#sendCode(this.#first);
    else await this.#sendPassword();
  };

  async #sendPassword(): Promise<void> {
    const [name, password] = [this.#field("name"), this.#field("password")];
    if (!name.value.trim() || !password.value) {
      this.#refuse("sign_in.missing", name.value.trim() ? password : name);
      return;
    }
    const first = { name: name.value.trim(), password: password.value };
    try {
      await this.#send(first);
      password.value = "";
    } catch (error) {
      if (error instanceof ApiError && error.code === "second_factor_required") {
        await this.#turn(() => (this.#first = first));
        return;
      }
      this.#problem = signInProblem(this.translator, error, false);
      password.select();
    }
    this.requestUpdate();
  }

  async #sendCode(first: FirstFactor): Promise<void> {
    const code = this.#field("code");
    if (!code.value.trim()) return this.#refuse("sign_in.code.missing", code);
    try {
      await this.#send(first, code.value.trim());
      this.#first = undefined;
    } catch (error) {
      this.#problem = signInProblem(this.translator, error, true);
      code.select();
    }
    this.requestUpdate();
  }

  async #send({ name, password }: FirstFactor, code?: string): Promise<void> {
    this.#isBusy = true;
    this.#problem = undefined;
    this.requestUpdate();
    try {
      // What people see parted is typed parted: "123 456".
      await this.signIn.signIn(name, password, code?.replace(/\s+/g, ""));
    } finally {
      this.#isBusy = false;
    }
  }

  #refuse(problem: MessageKey, field: HTMLInputElement): void {
    this.#problem = this.translator.say(problem);
    this.requestUpdate();
    field.focus();
  }

  /** To another step; the focus goes along. */
  async #turn(change: () => void): Promise<void> {
    change();
    this.#problem = undefined;
    this.requestUpdate();
    await this.updateComplete;
    const field = this.querySelector<HTMLInputElement>("[name=code], [name=password]");
    if (field) field.value = "";
    field?.focus();
  }

  #field(name: string): HTMLInputElement {
    return this.querySelector(`[name="${name}"]`) as HTMLInputElement;
  }
}
