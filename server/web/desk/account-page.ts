// One's own account: settings, password, second factor, sessions, tokens.

import { html, nothing, type TemplateResult } from "lit";

import { AccountApi } from "../shared/account-api.ts";
import { CopyButton } from "./copy-button.ts";
import { define } from "./light-element.ts";
import type { MessageKey } from "./messages.ts";
import { PageElement } from "./page-element.ts";
import { PasswordForm } from "./password-form.ts";
import { RecoveryCodes } from "./recovery-codes.ts";
import { roleName, sitesText } from "./rights-text.ts";
import { SessionList } from "./session-list.ts";
import { TokenForm } from "./token-form.ts";
import { TokenList } from "./token-list.ts";
import { TwoFactor } from "./two-factor.ts";

/** Properties: those of every page. */
export class AccountPage extends PageElement {
  #account: AccountApi | undefined;

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.get("suspended") !== true || this.suspended) return;
    this.querySelector<SessionList>("rejoinder-session-list")?.reload();
    this.querySelector<TokenList>("rejoinder-token-list")?.reload();
  }

  protected override render(): TemplateResult {
    const { signIn, translator, notices, sheets } = this;
    const account = (this.#account ??= new AccountApi(this.api.call));
    return html`<div class="office">
      <h2>${translator.say("page.account")}</h2>
      <p class="muted">${this.#who()}</p>
      ${customElements.get("rejoinder-settings-form")
        ? this.#section(
            "account.settings",
            html`<rejoinder-settings-form
              .api=${this.api}
              .signIn=${signIn}
              .translator=${translator}
              .notices=${notices}
            ></rejoinder-settings-form>`,
          )
        : nothing}
      ${this.#section(
        "password.heading",
        html`<rejoinder-password-form
          .account=${account}
          .signIn=${signIn}
          .translator=${translator}
          .notices=${notices}
          .onChanged=${() => this.querySelector<SessionList>("rejoinder-session-list")?.reload()}
        ></rejoinder-password-form>`,
      )}
      ${this.#section(
        "two_factor.heading",
        html`<rejoinder-two-factor
          .account=${account}
          .signIn=${signIn}
          .translator=${translator}
          .notices=${notices}
        ></rejoinder-two-factor>`,
      )}
      ${this.#section(
        "sessions.heading",
        html`<rejoinder-session-list
          .account=${account}
          .signIn=${signIn}
          .translator=${translator}
          .notices=${notices}
        ></rejoinder-session-list>`,
      )}
      ${this.#section(
        "tokens.heading",
        html`<rejoinder-token-list
          .account=${account}
          .signIn=${signIn}
          .translator=${translator}
          .notices=${notices}
          .sheets=${sheets}
        ></rejoinder-token-list>`,
      )}
    </div>`;
  }

  #section(heading: MessageKey, content: TemplateResult): TemplateResult {
    const id = heading.replace(".", "-");
    return html`<section aria-labelledby=${id}>
      <h3 id=${id}>${this.translator.say(heading)}</h3>
      ${content}
    </section>`;
  }

  #who(): string {
    const { translator } = this;
    const moderator = this.signIn.moderator;
    if (!moderator) return "";
    return translator.say("account.who", {
      name: moderator.name,
      role: roleName(translator, moderator.role),
      sites: sitesText(translator, moderator.sites),
    });
  }
}

/** Idempotent. */
export function defineElements(): void {
  define("rejoinder-copy-button", CopyButton);
  define("rejoinder-password-form", PasswordForm);
  define("rejoinder-recovery-codes", RecoveryCodes);
  define("rejoinder-two-factor", TwoFactor);
  define("rejoinder-session-list", SessionList);
  define("rejoinder-token-form", TokenForm);
  define("rejoinder-token-list", TokenList);
  define("rejoinder-account-page", AccountPage);
}
