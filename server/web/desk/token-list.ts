// One's tokens: those that work come first.

import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";

import type { AccountApi } from "../shared/account-api.ts";
import type { Token } from "../shared/account-types.ts";
import { describeError } from "../shared/errors.ts";
import { relativeTime, shortTime } from "../shared/time-text.ts";
import { LightElement } from "./light-element.ts";
import { Loading } from "./loading.ts";
import type { DeskTranslator } from "./messages.ts";
import type { Notices } from "./notices.ts";
import type { Sheets } from "./sheets.ts";
import type { SignInState } from "./sign-in-state.ts";

/** Properties: `account`, `signIn`, `translator`, `notices`, `sheets`. */
export class TokenList extends LightElement {
  static override properties = {
    account: { attribute: false },
    signIn: { attribute: false },
    translator: { attribute: false },
    notices: { attribute: false },
    sheets: { attribute: false },
  };

  declare account: AccountApi;
  declare signIn: SignInState;
  declare translator: DeskTranslator;
  declare notices: Notices;
  declare sheets: Sheets;

  readonly #tokens = new Loading(this, () => this.signIn.guard(() => this.account.tokens()));

  override firstUpdated(): void {
    this.reload();
  }

  reload(): void {
    void this.#tokens.load();
  }

  protected override render(): TemplateResult {
    const { translator } = this;
    return html`<p class="muted">${translator.say("tokens.note")}</p>
      ${this.#tokens.show(translator, (tokens) => this.#list(tokens))}
      <button type="button" class="quiet" data-new @click=${this.#openForm}>
        ${translator.say("tokens.new")}
      </button>`;
  }

  #list(tokens: readonly Token[]): TemplateResult {
    if (tokens.length === 0)
      return html`<p class="empty">${this.translator.say("tokens.none")}</p>`;
    const ordered = [...tokens].sort((a, b) => Number(isValid(b)) - Number(isValid(a)));
    return html`<ul class="entries">
      ${repeat(ordered, ({ id }) => id, (token) => this.#line(token))}
    </ul>`;
  }

  #line(token: Token): TemplateResult {
    const { translator } = this;
    const { id, name, scopes } = token;
    return html`<li data-valid=${isValid(token)}>
      <div>
        <strong><bdi>${name}</bdi></strong>
        <p>
          ${new Intl.ListFormat(translator.language, { type: "unit" }).format(
            scopes.map((scope) => translator.say(`scope.${scope}`)),
          )}
        </p>
        <p class="muted">${timesText(token, translator)}</p>
      </div>
      ${isValid(token)
        ? html`<button
            type="button"
            class="quiet"
            data-revoke=${id}
            aria-label=${translator.say("tokens.revoke.label", { name })}
            @click=${() => this.#revoke(token)}
          >
            ${translator.say("tokens.revoke")}
          </button>`
        : nothing}
    </li>`;
  }

  readonly #openForm = (): void => {
    const { account, signIn, translator } = this;
    this.sheets.open({
      className: "token-sheet",
      heading: translator.say("tokens.heading"),
      content: (close) => html`<rejoinder-token-form
        .account=${account}
        .signIn=${signIn}
        .translator=${translator}
        .onMade=${() => this.reload()}
        .onClose=${close}
      ></rejoinder-token-form>`,
    });
  };

  async #revoke({ id, name }: Token): Promise<void> {
    try {
      await this.signIn.guard(() => this.account.revokeToken(id));
      this.notices.tell("news", this.translator.say("tokens.revoke.done", { name }));
    } catch (error) {
      this.notices.tell("problem", describeError(this.translator, error));
    }
    await this.#tokens.load();
  }
}

function isValid({ revoked_at, expires_at }: Token): boolean {
  return revoked_at === undefined && Date.parse(expires_at) > Date.now();
}

function timesText(token: Token, translator: DeskTranslator): string {
  const { created_at, expires_at, used_at, revoked_at } = token;
  const day = (at: string) => shortTime(new Date(at), translator.language);
  const now = new Date(Date.now());
  const ago = (at: string) =>
    relativeTime(new Date(at), now, translator.language) ?? translator.say("time.now");
  const end = revoked_at
    ? translator.say("tokens.revoked", { time: day(revoked_at) })
    : translator.say(isValid(token) ? "tokens.until" : "tokens.over", { time: day(expires_at) });
  const used = used_at
    ? translator.say("tokens.used", { time: ago(used_at) })
    : translator.say("tokens.unused");
  const parts = [translator.say("tokens.made", { time: ago(created_at) }), used, end];
  return new Intl.ListFormat(translator.language, { type: "unit" }).format(parts);
}
