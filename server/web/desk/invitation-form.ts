// Invites somebody, and shows the link once.

import { html, type TemplateResult } from "lit";

import type { InvitationForm as Form, NewInvitation } from "../shared/account-types.ts";
import { shortTime } from "../shared/time-text.ts";
import { LightElement } from "./light-element.ts";
import type { DeskTranslator } from "./messages.ts";
import { readRights, rightsFields } from "./rights-fields.ts";
import { Submitting } from "./submitting.ts";

/** Properties: `translator`, `sites` that there are, `onInvite`, `onClose`. */
export class InvitationForm extends LightElement {
  static override properties = {
    translator: { attribute: false },
    sites: { attribute: false },
    onInvite: { attribute: false },
    onClose: { attribute: false },
  };

  declare translator: DeskTranslator;
  declare sites: readonly string[];
  declare onInvite: (form: Form) => Promise<NewInvitation>;
  declare onClose: () => void;

  readonly #submitting = new Submitting(this);
  #made: NewInvitation | undefined;

  override firstUpdated(): void {
    this.querySelector<HTMLElement>("[name=name]")?.focus();
  }

  protected override render(): TemplateResult {
    return this.#made ? this.#once(this.#made) : this.#form();
  }

  #form(): TemplateResult {
    const { translator } = this;
    return html`<form novalidate @submit=${this.#submit}>
      <label class="field"
        ><span>${translator.say("team.invite.name")}</span>
        <input
          name="name"
          maxlength="100"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
        />
      </label>
      ${rightsFields(translator, { role: "moderator" }, this.sites)}
      <p class="problem" role="alert">${this.#submitting.problem}</p>
      <p class="sheet-actions">
        <button type="submit" class="primary" aria-disabled=${this.#submitting.isBusy}>
          ${translator.say("team.invite.submit")}
        </button>
        <button type="button" class="quiet" data-cancel @click=${() => this.onClose()}>
          ${translator.say("bulk.cancel")}
        </button>
      </p>
    </form>`;
  }

  #once({ name, link, expires_at }: NewInvitation): TemplateResult {
    const { translator } = this;
    const time = shortTime(new Date(expires_at), translator.language);
    return html`<p role="status">${translator.say("team.invite.link", { name })}</p>
      <label class="field shown-once"
        ><span>${translator.say("team.invite.address")}</span>
        <input
          readonly
          data-link
          .value=${link}
          @focus=${(event: Event) => (event.target as HTMLInputElement).select()}
        />
      </label>
      <p class="muted">${translator.say("team.invite.valid", { time })}</p>
      <div class="sheet-actions">
        <rejoinder-copy-button .translator=${translator} .text=${link}></rejoinder-copy-button>
        <button type="button" class="primary" data-done @click=${() => this.onClose()}>
          ${translator.say("team.invite.close")}
        </button>
      </div>`;
  }

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { translator } = this;
    const field = this.querySelector("[name=name]") as HTMLInputElement;
    const name = field.value.trim();
    const rights = readRights(this);
    if (!name || !rights) {
      this.#submitting.refuse(translator.say(name ? "sites.none" : "team.invite.missing"));
      return (name ? this.querySelector<HTMLElement>("[name=site]") : field)?.focus();
    }
    await this.#submitting.run(async () => {
      this.#made = await this.onInvite({ name, ...rights });
    });
    if (!this.#made) return;
    await this.updateComplete;
    this.querySelector<HTMLElement>("[data-link]")?.focus();
  };
}
