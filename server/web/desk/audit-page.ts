// The audit log: who did what, and when.

import { html, nothing, type TemplateResult } from "lit";

import { AuditApi, eventsDownload } from "../shared/audit-api.ts";
import { describeError } from "../shared/errors.ts";
import { auditChoiceOf, auditFilterOf, searchWith, type AuditChoice } from "./audit-choice.ts";
import { AuditFilters } from "./audit-filters.ts";
import { AuditLog } from "./audit-log.ts";
import { auditDays } from "./audit-rows.ts";
import { auditList, auditTable, type AuditView } from "./audit-table.ts";
import { CommentSheet, openCommentSheet } from "./comment-sheet.ts";
import { define } from "./light-element.ts";
import { Narrow } from "./narrow.ts";
import { PageElement } from "./page-element.ts";

/** Properties: those of every page. */
export class AuditPage extends PageElement {
  readonly #narrow = new Narrow(() => this.requestUpdate());
  readonly #log = new AuditLog(
    (filter) => this.signIn.guard(() => new AuditApi(this.api.call).events(filter)),
    () => this.requestUpdate(),
  );
  #choice: AuditChoice = auditChoiceOf(location.search);

  override connectedCallback(): void {
    super.connectedCallback();
    this.#narrow.begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#narrow.end();
  }

  override firstUpdated(): void {
    void this.#log.load(auditFilterOf(this.#choice));
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.get("suspended") === true && !this.suspended && this.#log.error)
      void this.#log.load();
  }

  /** By a link to this very page, which may name other filters. */
  override arrived(): void {
    this.#choice = auditChoiceOf(location.search);
    void this.#log.load(auditFilterOf(this.#choice));
  }

  protected override render(): TemplateResult {
    const { translator } = this;
    return html`<div class="office">
      <h2>${translator.say("page.audit")}</h2>
      <rejoinder-audit-filters
        .translator=${translator}
        .choice=${this.#choice}
        .sites=${this.signIn.sites}
        .onChoice=${(choice: AuditChoice) => this.#choose(choice)}
      ></rejoinder-audit-filters>
      <div class="page-tools">
        <p role="status" class="muted">${this.#countText()}</p>
        <p>
          <a
            href=${eventsDownload(auditFilterOf(this.#choice))}
            download
            title=${translator.say("audit.csv.note")}
            >${translator.say("audit.csv")}</a
          >
        </p>
      </div>
      ${this.#events()} ${this.#problem()} ${this.#more()}
    </div>`;
  }

  #events(): TemplateResult | typeof nothing {
    const { events } = this.#log;
    if (events === undefined) return nothing;
    if (events.length === 0)
      return html`<p class="empty">${this.translator.say("audit.empty")}</p>`;
    const view: AuditView = {
      translator: this.translator,
      mayDecide: this.signIn.mayDecide,
      onComment: (id) => openCommentSheet(this, id),
      onUndo: (_row, batch) => void this.#undo(batch),
    };
    const days = auditDays(events);
    return this.#narrow.isNarrow ? auditList(days, view) : auditTable(days, view);
  }

  #problem(): TemplateResult | typeof nothing {
    const { error } = this.#log;
    if (error === undefined) return nothing;
    return html`<div class="empty" role="alert">
      <p>${describeError(this.translator, error)}</p>
      <button type="button" class="quiet" data-retry @click=${() => void this.#log.load()}>
        ${this.translator.say("queue.retry")}
      </button>
    </div>`;
  }

  #more(): TemplateResult | typeof nothing {
    if (!this.#log.hasMore || this.#log.error) return nothing;
    return html`<button
      type="button"
      class="quiet"
      data-more
      aria-disabled=${this.#log.isBusy}
      @click=${() => void this.#log.more()}
    >
      ${this.translator.say("audit.more")}
    </button>`;
  }

  #countText(): string {
    const { events, hasMore, isBusy } = this.#log;
    if (isBusy) return this.translator.say("desk.loading");
    if (events === undefined) return "";
    const count = events.length;
    return this.translator.say(hasMore ? "audit.count.more" : "audit.count", { count });
  }

  #choose(choice: AuditChoice): void {
    this.#choice = choice;
    const search = searchWith(location.search, choice);
    history.replaceState(history.state, "", location.pathname + search + location.hash);
    void this.#log.load(auditFilterOf(choice));
  }

  async #undo(batch: string): Promise<void> {
    const { translator, notices } = this;
    try {
      const results = await this.signIn.guard(() => this.api.undo(batch));
      const back = results.filter(({ status }) => status === "done").length;
      const missed = results.length - back;
      const parts: string[] = [];
      if (back > 0) parts.push(translator.say("audit.undone", { count: back }));
      if (missed > 0) parts.push(translator.say("audit.missed", { count: missed }));
      notices.tell(missed > 0 ? "problem" : "news", parts.join(" "));
    } catch (error) {
      notices.tell("problem", describeError(translator, error));
      return;
    }
    await this.#log.load();
  }
}

/** Idempotent. */
export function defineElements(): void {
  define("rejoinder-audit-filters", AuditFilters);
  define("rejoinder-comment-sheet", CommentSheet);
  define("rejoinder-audit-page", AuditPage);
}
