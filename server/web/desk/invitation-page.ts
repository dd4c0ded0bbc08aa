// What an invitation leads to: a password is chosen, and one is signed in.

import { html, nothing, type TemplateResult } from "lit";

import type { InvitationOffer } from "../shared/account-types.ts";
import type { DeskApi } from "../shared/desk-api.ts";
import { describeError } from "../shared/errors.ts";
import { ApiError } from "../shared/request.ts";
import { LightElement } from "./light-element.ts";
import type { DeskTranslator } from "./messages.ts";
import { newPasswordFields, readNewPassword } from "./new-password.ts";
import { roleName, sitesText } from "./rights-text.ts";
import type { SignInState } from "./sign-in-state.ts";
import { Submitting } from "./submitting.ts";

/** Takes the token out of the address at once: it lets in whoever reads it there. */
export function takeInvitation(): string | undefined {
  const address = new URL(location.href);
  const token = address.searchParams.get("invitation") || undefined;
  if (!address.searchParams.has("invitation")) return undefined;
  address.searchParams.delete("invitation");
  history.replaceState(history.state, "", address.pathname + address.search + address.hash);
  return token;
}

/** Properties: `token`, `api`, `signIn`, `translator`, `onLeave`: to the sign-in form instead. */
export class InvitationPage extends LightElement {
  static override properties = {
    token: { attribute: false },
    api: { attribute: false },
    signIn: { attribute: false },
    translator: { attribute: false },
    onLeave: { attribute: false },
  };

  declare token: string;
  declare api: DeskApi;
  declare signIn: SignInState;
  declare translator: DeskTranslator;
  declare onLeave: () => void;

  readonly #submitting = new Submitting(this);
  #offer: InvitationOffer | undefined;
  #error: unknown;

  override firstUpdated(): void {
    void this.#load();
  }

  protected override render(): TemplateResult {
    const { translator } = this;
    if (this.#error !== undefined) return this.#failed();
    if (!this.#offer)
      return html`<p class="empty" role="status">${translator.say("desk.loading")}</p>`;
    return this.#form(this.#offer);
  }

  #form(offer: InvitationOffer): TemplateResult {
    const { translator } = this;
    const { name, by, role } = offer;
    const isBusy = this.#submitting.isBusy;
    const rights = {
      name,
      role: roleName(translator, role),
      sites: sitesText(translator, offer.sites),
    };
    return html`<form
      class="sign-in"
      novalidate
      aria-labelledby="invitation-heading"
      @submit=${this.#submit}
    >
      <p class="brand" aria-hidden="true">${translator.say("desk.name")}</p>
      <h1 id="invitation-heading">${translator.say("invitation.heading")}</h1>
      <p>
        ${by === undefined
          ? translator.say("invitation.by_nobody")
          : translator.say("invitation.by", { by })}
        ${translator.say("invitation.as", rights)}
      </p>
      <input
        name="username"
        autocomplete="username"
        hidden
        readonly
        .value=${name}
      />
      ${newPasswordFields(translator, "invitation-problem")}
      <p id="invitation-problem" class="problem" role="alert">${this.#submitting.problem}</p>
      <button type="submit" class="primary" aria-disabled=${isBusy}>
        ${translator.say(isBusy ? "sign_in.busy" : "invitation.submit")}
      </button>
    </form>`;
  }

  #failed(): TemplateResult {
    const { translator } = this;
    const isGone = this.#error instanceof ApiError && this.#error.status === 404;
    return html`<div role="alert">
      <p class="problem">${describeError(translator, this.#error)}</p>
      ${isGone ? html`<p>${translator.say("invitation.gone")}</p>` : nothing}
      <p class="sheet-actions">
        ${isGone
          ? nothing
          : html`<button type="button" class="quiet" data-retry @click=${() => void this.#load()}>
              ${translator.say("queue.retry")}
            </button>`}
        <button type="button" class="quiet" data-leave @click=${() => this.onLeave()}>
          ${translator.say("invitation.to_sign_in")}
        </button>
      </p>
    </div>`;
  }

  async #load(): Promise<void> {
    this.#error = undefined;
    this.requestUpdate();
    try {
      this.#offer = await this.api.invitation(this.token);
    } catch (error) {
      this.#error = error;
    }
    this.requestUpdate();
    await this.updateComplete;
    this.querySelector<HTMLElement>("[name=new], [data-leave]")?.focus();
  }

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const read = readNewPassword(this);
    if ("problem" in read) {
      this.#submitting.refuse(this.translator.say(read.problem));
      read.field.focus();
      return;
    }
    await this.#submitting.run(async () => {
      try {
        await this.signIn.accept(this.token, read.password);
      } catch (error) {
        // Accepted meanwhile, or revoked: no password helps.
        if (!(error instanceof ApiError) || error.status !== 404) throw error;
        this.#error = error;
      }
    });
  };
}
