// Where one is signed in, and how to end that.

import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";

import type { AccountApi } from "../shared/account-api.ts";
import type { SignedInSession } from "../shared/account-types.ts";
import { describeError } from "../shared/errors.ts";
import { relativeTime, shortTime } from "../shared/time-text.ts";
import { LightElement } from "./light-element.ts";
import { Loading } from "./loading.ts";
import type { DeskTranslator, MessageKey } from "./messages.ts";
import type { Notices } from "./notices.ts";
import type { SignInState } from "./sign-in-state.ts";

/** Properties: `account`, `signIn`, `translator`, `notices`. */
export class SessionList extends LightElement {
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

  readonly #sessions = new Loading(this, () => this.signIn.guard(() => this.account.sessions()));

  override firstUpdated(): void {
    this.reload();
  }

  reload(): void {
    void this.#sessions.load();
  }

  protected override render(): TemplateResult {
    return this.#sessions.show(this.translator, (sessions) => this.#list(sessions));
  }

  #list(sessions: readonly SignedInSession[]): TemplateResult {
    const { translator } = this;
    // This one first, then as lately as they were used.
    const ordered = [...sessions].sort(
      (a, b) => Number(b.current) - Number(a.current) || b.used_at.localeCompare(a.used_at),
    );
    return html`<ul class="entries">
        ${repeat(ordered, ({ id }) => id, (session) => this.#line(session))}
      </ul>
      ${sessions.length > 1
        ? html`<button type="button" class="quiet" data-end-others @click=${this.#endOthers}>
            ${translator.say("sessions.end_others")}
          </button>`
        : nothing}`;
  }

  #line(session: SignedInSession): TemplateResult {
    const { translator } = this;
    const { agent, current } = session;
    const began = shortTime(new Date(session.began_at), translator.language);
    const used =
      relativeTime(new Date(session.used_at), new Date(Date.now()), translator.language) ??
      translator.say("time.now");
    const name = agent || translator.say("sessions.unknown");
    return html`<li>
      <div>
        <strong>${name}</strong>
        ${current
          ? html`<span class="mark-of">${translator.say("sessions.current")}</span>`
          : nothing}
        <p class="muted">${translator.say("sessions.times", { began, used })}</p>
      </div>
      ${current
        ? nothing
        : html`<button
            type="button"
            class="quiet"
            data-end=${session.id}
            aria-label=${translator.say("sessions.end.label", { agent: name, began })}
            @click=${() => this.#end(session)}
          >
            ${translator.say("sessions.end")}
          </button>`}
    </li>`;
  }

  async #end({ id }: SignedInSession): Promise<void> {
    await this.#do("sessions.ended", () => this.account.endSession(id));
  }

  readonly #endOthers = async (): Promise<void> => {
    await this.#do("sessions.others_ended", () => this.account.endOtherSessions());
  };

  async #do(done: MessageKey, call: () => Promise<void>): Promise<void> {
    try {
      await this.signIn.guard(call);
      this.notices.tell("news", this.translator.say(done));
    } catch (error) {
      this.notices.tell("problem", describeError(this.translator, error));
    }
    await this.#sessions.load();
  }
}
