// All that is known of a comment: reports, edits, filters, history. Fetched when somebody asks.

import { html, nothing, type TemplateResult } from "lit";

import type { DeskComment, DeskCommentInFull, HistoryEntry } from "../shared/desk-types.ts";
import { describeError } from "../shared/errors.ts";
import { absoluteTime } from "../shared/time-text.ts";
import { filterReport } from "./filter-report.ts";
import { LightElement } from "./light-element.ts";
import { keyOr, type DeskTranslator } from "./messages.ts";
import { reasonText } from "./reject-reasons.ts";
import { reportList } from "./report-list.ts";
import { revisionList } from "./revision-list.ts";

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
  #error: unknown;

  protected override willUpdate(): void {
    const { id, revision, open_reports = 0 } = this.comment;
    const wanted = `${id} ${revision} ${open_reports}`;
    if (wanted === this.#loadedFor) return;
    this.#loadedFor = wanted;
    void this.#fetch(id);
  }

  protected override render(): TemplateResult {
    const { translator } = this;
    if (this.#error)
      return html`<p class="problem" role="alert">
        ${translator.say("details.failed", { reason: describeError(translator, this.#error) })}
      </p>`;
    if (!this.#full) return html`<p class="muted">${translator.say("desk.loading")}</p>`;
    return html`<div class="details">
      ${reportList(this.#full, translator)} ${revisionList(this.#full, translator)}
      ${filterReport(this.#full, translator)} ${this.#toldAuthor(this.#full)}
      <h3>${translator.say("details.history")}</h3>
      <ol>
        ${this.#full.history.map((entry) => this.#historyLine(entry))}
      </ol>
    </div>`;
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
      ${reason
        ? html`<bdi class="muted">${reasonText(translator, reason)}</bdi>`
        : nothing}
    </li>`;
  }

  async #fetch(id: string): Promise<void> {
    try {
      const full = await this.load(id);
      if (id !== this.comment.id) return;
      this.#full = full;
      this.#error = undefined;
    } catch (error) {
      this.#error = error;
    }
    this.requestUpdate();
  }
}
