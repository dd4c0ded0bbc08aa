// What is known of an author, and what may be done about them.

import { html, nothing, type TemplateResult } from "lit";

import type { DeskApi } from "../shared/desk-api.ts";
import type { AuthorInFull, Ban, BanForm, DeskComment } from "../shared/desk-types.ts";
import { describeError } from "../shared/errors.ts";
import { absoluteTime } from "../shared/time-text.ts";
import { authorHistory } from "./author-history.ts";
import { banList } from "./ban-list.ts";
import { LightElement } from "./light-element.ts";
import type { DeskTranslator } from "./messages.ts";
import type { Notices } from "./notices.ts";
import { byAuthor, searchOf } from "./place.ts";
import type { SignInState } from "./sign-in-state.ts";

/**
 * Properties: `translator`, `api`, `signIn`, `notices`; `comment`, which one came from; `onList`,
 * all comments of the author; `onRejectAll`, told what to call afterwards.
 */
export class AuthorSheet extends LightElement {
  static override properties = {
    translator: { attribute: false },
    api: { attribute: false },
    signIn: { attribute: false },
    notices: { attribute: false },
    comment: { attribute: false },
    onList: { attribute: false },
    onRejectAll: { attribute: false },
  };

  declare translator: DeskTranslator;
  declare api: DeskApi;
  declare signIn: SignInState;
  declare notices: Notices;
  declare comment: DeskComment;
  declare onList: () => void;
  declare onRejectAll: (onClosed: () => void) => void;

  #author: AuthorInFull | undefined;
  #error: unknown;
  #isBanning = false;

  override firstUpdated(): void {
    void this.#load();
  }

  protected override render(): TemplateResult {
    const { translator } = this;
    const author = this.#author;
    if (this.#error && !author)
      return html`<p class="problem" role="alert">${describeError(translator, this.#error)}</p>`;
    if (!author) return html`<p class="muted" role="status">${translator.say("desk.loading")}</p>`;
    return html`${this.#who(author)} ${authorHistory(author.counts, translator)}
      ${this.#comments()}
      <section>
        <h3>${translator.say("ban.heading")}</h3>
        ${banList(author.bans, translator, this.signIn.mayDecide ? this.#lift : undefined)}
        ${this.signIn.mayDecide ? this.#banning() : nothing}
      </section>
      <section>
        <h3>${translator.say("note.heading")}</h3>
        <rejoinder-author-notes
          .translator=${translator}
          .notes=${author.notes}
          .mayWrite=${this.signIn.mayDecide}
          .onNote=${this.#note}
        ></rejoinder-author-notes>
      </section>
      ${this.signIn.mayDecide ? this.#email() : nothing}`;
  }

  get #pseudonym(): string {
    return this.comment.author.pseudonym;
  }

  #who({ names, first_seen_at }: AuthorInFull): TemplateResult {
    const { translator } = this;
    const time = absoluteTime(new Date(first_seen_at), translator.language);
    return html`<p class="muted">${translator.say("author.first_seen", { time })}</p>
      <h3>${translator.say("author.names", { count: names.length })}</h3>
      <ul class="names">
        ${names.map(
          ({ name, comments }) =>
            html`<li>
              <bdi>${name}</bdi>
              <span class="muted">${translator.say("author.comments", { count: comments })}</span>
            </li>`,
        )}
      </ul>`;
  }

  #comments(): TemplateResult {
    const { translator } = this;
    const list = (event: Event) => {
      event.preventDefault();
      this.onList();
    };
    return html`<p class="sheet-actions">
      <a
        class="quiet"
        data-list
        href=${`/desk/${searchOf(byAuthor(this.#pseudonym))}`}
        @click=${list}
        >${translator.say("author.list")}</a
      >
      ${this.signIn.mayDecide
        ? html`<button
            type="button"
            class="quiet danger"
            data-reject-all
            @click=${() => this.onRejectAll(() => void this.#load())}
          >
            ${translator.say("author.reject_all")}
          </button>`
        : nothing}
    </p>`;
  }

  #banning(): TemplateResult {
    const { translator, comment } = this;
    return html`<button
        type="button"
        class="quiet"
        data-ban
        aria-expanded=${this.#isBanning}
        @click=${() => this.#unfoldBan(!this.#isBanning)}
      >
        ${translator.say("ban.ban")}
      </button>
      ${this.#isBanning
        ? html`<rejoinder-ban-form
            .translator=${translator}
            .site=${comment.site}
            .story=${comment.story}
            .onBan=${this.#ban}
          ></rejoinder-ban-form>`
        : nothing}`;
  }

  #email(): TemplateResult {
    const { translator, api, signIn } = this;
    return html`<section>
      <h3>${translator.say("email.heading")}</h3>
      <rejoinder-email-reveal
        .translator=${translator}
        .load=${(reason: string) => signIn.guard(() => api.emailOf(this.#pseudonym, reason))}
      ></rejoinder-email-reveal>
    </section>`;
  }

  async #load(): Promise<void> {
    const { api, signIn } = this;
    try {
      this.#author = await signIn.guard(() => api.author(this.#pseudonym));
      this.#error = undefined;
    } catch (error) {
      this.#error = error;
    }
    this.requestUpdate();
  }

  #unfoldBan(isBanning: boolean): void {
    this.#isBanning = isBanning;
    this.requestUpdate();
  }

  readonly #ban = async (form: BanForm): Promise<void> => {
    const { api, signIn, translator, notices, comment } = this;
    const ban = await signIn.guard(() => api.ban(this.#pseudonym, form));
    const author = this.#author;
    if (author) this.#author = { ...author, bans: [ban, ...author.bans] };
    notices.tell("news", translator.say("ban.done", { name: comment.author.name }));
    this.#unfoldBan(false);
    await this.updateComplete;
    this.querySelector<HTMLElement>("[data-ban]")?.focus();
  };

  readonly #lift = async ({ id }: Ban): Promise<void> => {
    const { api, signIn, translator, notices } = this;
    try {
      await signIn.guard(() => api.liftBan(id));
    } catch (error) {
      notices.tell("problem", describeError(translator, error));
      return;
    }
    notices.tell("news", translator.say("ban.lift.done"));
    await this.#load();
    await this.updateComplete;
    this.querySelector<HTMLElement>("[data-ban]")?.focus();
  };

  readonly #note = async (text: string): Promise<void> => {
    const { api, signIn, translator, notices } = this;
    const note = await signIn.guard(() => api.addNote(this.#pseudonym, text));
    const author = this.#author;
    if (author) this.#author = { ...author, notes: [note, ...author.notes] };
    notices.tell("news", translator.say("note.done"));
    this.requestUpdate();
  };
}
