// Makes a token, and shows it once.

import { html, type TemplateResult } from "lit";

import type { AccountApi } from "../shared/account-api.ts";
import { scopes, type NewToken, type Scope } from "../shared/account-types.ts";
import { LightElement } from "./light-element.ts";
import type { DeskTranslator } from "./messages.ts";
import type { SignInState } from "./sign-in-state.ts";
import { Submitting } from "./submitting.ts";

const terms = [7, 30, 90, 365] as const;

/** Properties: `account`, `signIn`, `translator`, `onMade`, `onClose`. */
export class TokenForm extends LightElement {
  static override properties = {
    account: { attribute: false },
    signIn: { attribute: false },
    translator: { attribute: false },
    onMade: { attribute: false },
    onClose: { attribute: false },
  };

  declare account: AccountApi;
  declare signIn: SignInState;
  declare translator: DeskTranslator;
  declare onMade: () => void;
  declare onClose: () => void;

  readonly #submitting = new Submitting(this);
  #made: NewToken | undefined;

  override firstUpdated(): void {
    this.querySelector<HTMLElement>("[name=name]")?.focus();
  }

  protected override render(): TemplateResult {
    return this.#made ? this.#once(this.#made) : this.#form();
  }

  #once({ token }: NewToken): TemplateResult {
    const { translator } = this;
    return html`<p role="status">${translator.say("tokens.once")}</p>
      <p class="shown-once"><code tabindex="-1">${token}</code></p>
      <div class="sheet-actions">
        <rejoinder-copy-button .translator=${translator} .text=${token}></rejoinder-copy-button>
        <button type="button" class="primary" data-kept @click=${() => this.onClose()}>
          ${translator.say("tokens.close")}
        </button>
      </div>`;
  }

  #form(): TemplateResult {
    const { translator } = this;
    return html`<form novalidate @submit=${this.#submit}>
      <label class="field"
        ><span>${translator.say("tokens.name")}</span>
        <input name="name" maxlength="100" autocomplete="off" />
      </label>
      <fieldset>
        <legend>${translator.say("tokens.scopes")}</legend>
        ${scopes.map(
          (scope) =>
            html`<label class="radio">
              <input type="checkbox" name="scope" value=${scope} ?checked=${scope === "read"} />
              <span>${translator.say(`scope.${scope}`)}</span>
            </label>`,
        )}
      </fieldset>
      <label class="field"
        ><span>${translator.say("tokens.days")}</span>
        <select name="days">
          ${terms.map(
            (count) =>
              html`<option value=${count} ?selected=${count === 90}>
                ${translator.say("tokens.days.count", { count })}
              </option>`,
          )}
        </select>
      </label>
      <p class="problem" role="alert">${this.#submitting.problem}</p>
      <p class="sheet-actions">
        <button type="submit" class="primary" aria-disabled=${this.#submitting.isBusy}>
          ${translator.say("tokens.submit")}
        </button>
        <button type="button" class="quiet" data-cancel @click=${() => this.onClose()}>
          ${translator.say("bulk.cancel")}
        </button>
      </p>
    </form>`;
  }

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const field = this.querySelector("[name=name]") as HTMLInputElement;
    const days = Number(this.querySelector<HTMLSelectElement>("[name=days]")?.value);
    const chosen = [...this.querySelectorAll<HTMLInputElement>("[name=scope]:checked")];
    const name = field.value.trim();
    if (!name || chosen.length === 0) {
      this.#submitting.refuse(
        this.translator.say(name ? "tokens.missing_scopes" : "tokens.missing_name"),
      );
      return (name ? this.querySelector<HTMLElement>("[name=scope]") : field)?.focus();
    }
    const form = { name, days, scopes: chosen.map(({ value }) => value as Scope) };
    await this.#submitting.run(async () => {
      this.#made = await this.signIn.guard(() => this.account.makeToken(form));
    });
    if (!this.#made) return;
    this.onMade();
    await this.updateComplete;
    this.querySelector<HTMLElement>(".shown-once code")?.focus();
  };
}
