// What happened to a comment so far, and what it replies to. Fetched when somebody asks.

import { html, nothing, type TemplateResult } from "lit";

import type { DeskComment, DeskCommentInFull, HistoryEntry } from "../shared/desk-types.ts";
import { describeError } from "../shared/errors.ts";
import { ApiError } from "../shared/request.ts";
import { absoluteTime } from "../shared/time-text.ts";
import { LightElement } from "./light-element.ts";
import { keyOr, type DeskTranslator } from "./messages.ts";
import { reportList } from "./report-list.ts";

/** Properties: `translator`, `comment`, `load`, which fetches a comment with its history. */
export class CommentDetails extends LightElement {
  static override properties = {
    translator: { attribute: false },
    comment: { attribute: false },
    load: { attribute: false },
  };

  declare translator: DeskTranslator;
  declare comment: DeskComment;
  declare load: (id: string) => Promise<DeskCommentInFull>;

  #loadedFor: string | undefined;
  #full: DeskCommentInFull | undefined;
  #parent: DeskComment | "gone" | undefined;
  #error: unknown;

  protected override willUpdate(): void {
    const { id, revision } = this.comment;
    const wanted = `${id} ${revision}`;
    if (wanted === this.#loadedFor) return;
    this.#loadedFor = wanted;
    void this.#fetch(id, this.comment.parent);
  }

  protected override render(): TemplateResult {
    const { translator } = this;
    if (this.#error)
      return html`<p class="problem" role="alert">
        ${translator.say("details.failed", { reason: describeError(translator, this.#error) })}
      </p>`;
    if (!this.#full) return html`<p class="muted">${translator.say("desk.loading")}</p>`;
    return html`<div class="details">
      ${reportList(this.#full, translator)} ${this.#inReplyTo()}
      ${this.#toldAuthor(this.#full)}
      <h3>${translator.say("details.history")}</h3>
      <ol>
        ${this.#full.history.map((entry) => this.#historyLine(entry))}
      </ol>
    </div>`;
  }

  #inReplyTo(): TemplateResult | typeof nothing {
    const parent = this.#parent;
    const { translator } = this;
    if (parent === undefined) return nothing;
    if (parent === "gone")
      return html`<p class="muted">${translator.say("details.parent_gone")}</p>`;
    return html`<h3>${translator.say("details.parent", { name: parent.author.name })}</h3>
      <blockquote class="typed" dir="auto">${parent.text}</blockquote>`;
  }

  #toldAuthor({ for_author = [] }: DeskCommentInFull): TemplateResult | typeof nothing {
    if (for_author.length === 0) return nothing;
    return html`<h3>${this.translator.say("details.for_author")}</h3>
      <ul class="told">
        ${for_author.map(({ text }) => html`<li dir="auto">${text}</li>`)}
      </ul>`;
  }

  #historyLine(entry: HistoryEntry): TemplateResult {
    const { translator } = this;
    const { kind, to, by, at, reason } = entry;
    const state = to === undefined ? "" : translator.say(keyOr("state", to, "queue.label"));
    return html`<li>
      <time datetime=${at}>${absoluteTime(new Date(at), translator.language)}</time>
      ${translator.say(keyOr("history", kind, "history.other"), { to: state, by, kind })}
      ${reason ? html`<bdi class="muted">${reason}</bdi>` : nothing}
    </li>`;
  }

  async #fetch(id: string, parent: string | undefined): Promise<void> {
    try {
      const [full, above] = await Promise.all([
        this.load(id),
        parent === undefined ? undefined : this.load(parent).catch(goneIfNotFound),
      ]);
      if (id !== this.comment.id) return;
      this.#full = full;
      this.#parent = above;
      this.#error = undefined;
    } catch (error) {
      this.#error = error;
    }
    this.requestUpdate();
  }
}

function goneIfNotFound(error: unknown): "gone" {
  if (error instanceof ApiError && error.status === 404) return "gone";
  throw error;
}
