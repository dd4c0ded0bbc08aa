// One's own second factor: off, being set up, on.

import { html, type TemplateResult } from "lit";

import type { AccountApi } from "../shared/account-api.ts";
import type { TwoFactorSecret } from "../shared/account-types.ts";
import { LightElement } from "./light-element.ts";
import type { DeskTranslator, MessageKey } from "./messages.ts";
import type { Notices } from "./notices.ts";
import { qrPicture } from "./qr-picture.ts";
import type { SignInState } from "./sign-in-state.ts";
import { Submitting } from "./submitting.ts";

/** Properties: `account`, `signIn`, `translator`, `notices`. */
export class TwoFactor extends LightElement {
  static override properties = {
    account: { attribute: false },
    signIn: { attribute: false },
    translator: { attribute: false },
    notices: { attribute: false },
  };

  declare account: AccountApi;
  declare signIn: SignInState;
  declare translator: DeskTranslator;
  declare notices: Notices;

  readonly #submitting = new Submitting(this);
  #secret: TwoFactorSecret | undefined;
  #codes: readonly string[] | undefined;
  #isEnding = false;

  protected override render(): TemplateResult {
    if (this.#codes) return this.#recoveryCodes(this.#codes);
    if (this.#secret) return this.#confirmation(this.#secret);
    if (this.#isEnding) return this.#ending();
    const isOn = this.signIn.moderator?.two_factor === true;
    return html`<p>${this.translator.say(isOn ? "two_factor.on" : "two_factor.off")}</p>
      ${this.#problem()}
      <button
        type="button"
        class="quiet"
        data-begin
        aria-disabled=${this.#submitting.isBusy}
        @click=${isOn ? () => this.#turn(() => (this.#isEnding = true)) : this.#begin}
      >
        ${this.translator.say(isOn ? "two_factor.end" : "two_factor.begin")}
      </button>`;
  }

  #recoveryCodes(codes: readonly string[]): TemplateResult {
    return html`<rejoinder-recovery-codes
      .translator=${this.translator}
      .codes=${codes}
      .onKept=${() => this.#turn(() => (this.#codes = undefined))}
    ></rejoinder-recovery-codes>`;
  }

  #confirmation({ secret, uri }: TwoFactorSecret): TemplateResult {
    const { translator } = this;
    return html`<form class="narrow" novalidate @submit=${this.#confirm}>
      <p>${translator.say("two_factor.scan")}</p>
      ${qrPicture(uri, translator.say("two_factor.picture"))}
      <p class="secret">
        ${translator.say("two_factor.secret")}:
        <code>${secret.replace(/(.{4})(?=.)/g, "$1 ")}</code>
      </p>
      <rejoinder-copy-button .translator=${translator} .text=${secret}></rejoinder-copy-button>
      <label class="field"
        ><span>${translator.say("two_factor.code")}</span>
        <input name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="12" />
      </label>
      ${this.#problem()} ${this.#buttons("two_factor.confirm")}
    </form>`;
  }

  #ending(): TemplateResult {
    const { translator } = this;
    return html`<form class="narrow" novalidate @submit=${this.#end}>
      <label class="field"
        ><span>${translator.say("password.old")}</span>
        <input name="password" type="password" autocomplete="current-password" />
      </label>
      ${this.#problem()} ${this.#buttons("two_factor.end.submit")}
    </form>`;
  }

  #buttons(submit: MessageKey): TemplateResult {
    const cancel = () => {
      this.#secret = undefined;
      this.#isEnding = false;
    };
    return html`<p class="sheet-actions">
      <button type="submit" class="primary" aria-disabled=${this.#submitting.isBusy}>
        ${this.translator.say(submit)}
      </button>
      <button type="button" class="quiet" data-cancel @click=${() => this.#turn(cancel)}>
        ${this.translator.say("two_factor.cancel")}
      </button>
    </p>`;
  }

  #problem(): TemplateResult {
    return html`<p class="problem" role="alert">${this.#submitting.problem}</p>`;
  }

  readonly #begin = async (): Promise<void> => {
    await this.#submitting.run(async () => {
      const secret = await this.signIn.guard(() => this.account.beginTwoFactor());
      await this.#turn(() => (this.#secret = secret));
    });
  };

  readonly #confirm = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { translator } = this;
    const field = this.querySelector("[name=code]") as HTMLInputElement;
    const code = field.value.replace(/\s+/g, "");
    if (!code) {
      this.#submitting.refuse(translator.say("sign_in.code.missing"));
      return field.focus();
    }
    const isDone = await this.#submitting.run(async () => {
      this.#codes = await this.signIn.guard(() => this.account.confirmTwoFactor(code));
      this.#secret = undefined;
    });
    if (!isDone) return field.select();
    this.notices.tell("news", translator.say("two_factor.done"));
    await this.#learn();
  };

  readonly #end = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { translator } = this;
    const field = this.querySelector("[name=password]") as HTMLInputElement;
    if (!field.value) {
      this.#submitting.refuse(translator.say("password.missing"));
      return field.focus();
    }
    const isDone = await this.#submitting.run(() =>
      this.signIn.guard(() => this.account.endTwoFactor(field.value)),
    );
    if (!isDone) return field.select();
    this.notices.tell("news", translator.say("two_factor.ended"));
    await this.#learn();
    await this.#turn(() => (this.#isEnding = false));
  };

  /** That it is on or off is the server's word; without it, the next visit tells. */
  async #learn(): Promise<void> {
    await this.signIn.refresh().catch(() => undefined);
    this.requestUpdate();
  }

  /** To another step; the focus goes along. */
  async #turn(change: () => void): Promise<void> {
    change();
    this.#submitting.refuse("");
    await this.updateComplete;
    this.querySelector<HTMLElement>("input, [data-begin]")?.focus();
  }
}
