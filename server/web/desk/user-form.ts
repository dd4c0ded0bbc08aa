// Changes what another moderator may do.

import { html, nothing, type TemplateResult } from "lit";

import type { User, UserChange } from "../shared/account-types.ts";
import { LightElement } from "./light-element.ts";
import type { DeskTranslator } from "./messages.ts";
import { readRights, rightsFields } from "./rights-fields.ts";
import { Submitting } from "./submitting.ts";

/** Properties: `translator`, `user`, `sites` that there are, `onChange`, which sends a change. */
export class UserForm extends LightElement {
  static override properties = {
    translator: { attribute: false },
    user: { attribute: false },
    sites: { attribute: false },
    onChange: { attribute: false },
  };

  declare translator: DeskTranslator;
  declare user: User;
  declare sites: readonly string[];
  /** Resolves when it is done, and what is done is told. */
  declare onChange: (change: UserChange, done: string) => Promise<void>;

  readonly #submitting = new Submitting(this);
  #isSure = false;

  protected override render(): TemplateResult {
    const { translator, user } = this;
    return html`<form novalidate @submit=${this.#submit}>
        ${rightsFields(translator, user, this.sites)}
        <p class="problem" role="alert">${this.#submitting.problem}</p>
        <p class="sheet-actions">
          <button type="submit" class="primary" aria-disabled=${this.#submitting.isBusy}>
            ${translator.say("team.save")}
          </button>
        </p>
      </form>
      <section class="access">
        <h3>${translator.say("team.access")}</h3>
        ${this.#disabling()} ${user.two_factor ? this.#resetting() : nothing}
      </section>`;
  }

  #disabling(): TemplateResult {
    const { translator, user } = this;
    const { name, disabled } = user;
    const done = translator.say(disabled ? "team.enabled.done" : "team.disabled.done", { name });
    return html`${disabled
        ? nothing
        : html`<p class="muted">${translator.say("team.disable.note", { name })}</p>`}
      <button
        type="button"
        class="quiet ${disabled ? "" : "danger"}"
        data-disable
        @click=${() => this.#send({ disabled: !disabled }, done)}
      >
        ${translator.say(disabled ? "team.enable" : "team.disable")}
      </button>`;
  }

  /** Asked twice, because only its owner can set one up again. */
  #resetting(): TemplateResult {
    const { translator, user } = this;
    const { name } = user;
    const done = translator.say("team.reset.done", { name });
    return html`<p class="muted">${translator.say("team.reset.note", { name })}</p>
      <button
        type="button"
        class="quiet danger"
        data-reset
        @click=${() => {
          if (this.#isSure) return void this.#send({ two_factor: false }, done);
          this.#isSure = true;
          this.requestUpdate();
        }}
      >
        ${translator.say(this.#isSure ? "team.reset.sure" : "team.reset")}
      </button>`;
  }

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { translator, user } = this;
    const rights = readRights(this);
    if (!rights) return this.#submitting.refuse(translator.say("sites.none"));
    const { role, sites = null } = rights;
    await this.#send({ role, sites }, translator.say("team.saved", { name: user.name }));
  };

  async #send(change: UserChange, done: string): Promise<void> {
    await this.#submitting.run(() => this.onChange(change, done));
  }
}
