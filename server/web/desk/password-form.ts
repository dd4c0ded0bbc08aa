// Changes one's own password.

import { html, type TemplateResult } from "lit";

import type { AccountApi } from "../shared/account-api.ts";
import { LightElement } from "./light-element.ts";
import type { DeskTranslator } from "./messages.ts";
import { newPasswordFields, readNewPassword } from "./new-password.ts";
import type { Notices } from "./notices.ts";
import type { SignInState } from "./sign-in-state.ts";
import { Submitting } from "./submitting.ts";

/** Properties: `account`, `signIn`, `translator`, `notices`, `onChanged`. */
export class PasswordForm extends LightElement {
  static override properties = {
    account: { attribute: false },
    signIn: { attribute: false },
    translator: { attribute: false },
    notices: { attribute: false },
    onChanged: { attribute: false },
  };

  declare account: AccountApi;
  declare signIn: SignInState;
  declare translator: DeskTranslator;
  declare notices: Notices;
  declare onChanged: (() => void) | undefined;

  readonly #submitting = new Submitting(this);
  #isOpen = false;

  protected override render(): TemplateResult {
    const { translator } = this;
    if (!this.#isOpen)
      return html`<button type="button" class="quiet" data-open @click=${() => this.#open(true)}>
        ${translator.say("password.change")}
      </button>`;
    return html`<form class="narrow" novalidate @submit=${this.#submit}>
      <input
        name="username"
        autocomplete="username"
        hidden
        readonly
        .value=${this.signIn.moderator?.name ?? ""}
      />
      <label class="field"
        ><span>${translator.say("password.old")}</span>
        <input name="old" type="password" autocomplete="current-password" />
      </label>
      ${newPasswordFields(translator, "password-problem")}
      <p class="muted">${translator.say("password.note")}</p>
      <p id="password-problem" class="problem" role="alert">${this.#submitting.problem}</p>
      <p class="sheet-actions">
        <button type="submit" class="primary" aria-disabled=${this.#submitting.isBusy}>
          ${translator.say("password.submit")}
        </button>
        <button type="button" class="quiet" data-cancel @click=${() => this.#open(false)}>
          ${translator.say("bulk.cancel")}
        </button>
      </p>
    </form>`;
  }

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { translator } = this;
    const old = this.querySelector("[name=old]") as HTMLInputElement;
    const read = readNewPassword(this);
    const missing = old.value ? undefined : { problem: "password.missing" as const, field: old };
    const wrong = missing ?? ("problem" in read ? read : undefined);
    if (wrong) {
      this.#submitting.refuse(translator.say(wrong.problem));
      wrong.field.focus();
      return;
    }
    if (!("password" in read)) return;
    const isDone = await this.#submitting.run(() =>
      this.signIn.guard(() => this.account.changePassword(old.value, read.password)),
    );
    if (!isDone) return old.select();
    this.notices.tell("news", translator.say("password.done"));
    await this.#open(false);
    this.onChanged?.();
  };

  async #open(isOpen: boolean): Promise<void> {
    this.#isOpen = isOpen;
    this.#submitting.refuse("");
    await this.updateComplete;
    this.querySelector<HTMLElement>("[name=old], [data-open]")?.focus();
  }
}
