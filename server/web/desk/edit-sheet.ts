// Changes the text of a comment. What is written is kept until it is saved.

import { html, nothing, type TemplateResult } from "lit";

import type { DeskComment } from "../shared/desk-types.ts";
import { describeError } from "../shared/errors.ts";
import type { EditOutcome, SaveEdit } from "./edits.ts";
import { LightElement } from "./light-element.ts";
import type { DeskTranslator, MessageKey } from "./messages.ts";

export interface Draft {
  text: string;
  reason: string;
}

/**
 * Properties: `translator`; `comment`; `draft` of an earlier try, if there is one; `save`;
 * `onDraft`, told what is written; `onClose`.
 */
export class EditSheet extends LightElement {
  static override properties = {
    translator: { attribute: false },
    comment: { attribute: false },
    draft: { attribute: false },
    save: { attribute: false },
    onDraft: { attribute: false },
    onClose: { attribute: false },
  };

  declare translator: DeskTranslator;
  declare comment: DeskComment;
  declare draft: Draft | undefined;
  declare save: SaveEdit;
  declare onDraft: (draft: Draft) => void;
  declare onClose: () => void;

  #isBusy = false;
  #problem = "";
  /** Somebody else's, when theirs came first. */
  #now: DeskComment | undefined;

  override firstUpdated(): void {
    this.querySelector<HTMLElement>("[name=text]")?.focus();
  }

  protected override render(): TemplateResult {
    const { translator } = this;
    const now = this.#now;
    return html`<form @submit=${this.#submit} @input=${() => this.onDraft(this.#written)}>
      ${this.draft ? html`<p class="muted">${translator.say("edit.kept")}</p>` : nothing}
      <label class="field">
        <span>${translator.say("edit.text")}</span>
        <textarea
          name="text"
          rows="8"
          dir="auto"
          required
          .defaultValue=${this.draft?.text ?? this.comment.text}
          @keydown=${this.#submitByKey}
        ></textarea>
      </label>
      <label class="field">
        <span>${translator.say("edit.reason")}</span>
        <input
          name="reason"
          maxlength="200"
          autocomplete="off"
          .defaultValue=${this.draft?.reason ?? ""}
        />
      </label>
      ${now
        ? html`<h3>${translator.say("edit.now")}</h3>
            <blockquote class="typed" dir="auto" data-now>${now.text}</blockquote>`
        : nothing}
      <p class="problem" role="alert">${this.#problem}</p>
      <div class="sheet-actions">
        <button type="submit" class="primary" data-confirm aria-disabled=${this.#isBusy}>
          ${translator.say(this.#isBusy ? "edit.busy" : "edit.submit")}
        </button>
        <button type="button" class="quiet" data-cancel @click=${this.onClose}>
          ${translator.say("edit.cancel")}
        </button>
      </div>
    </form>`;
  }

  get #written(): Draft {
    const value = (name: string) =>
      this.querySelector<HTMLInputElement>(`[name=${name}]`)?.value ?? "";
    return { text: value("text"), reason: value("reason") };
  }

  readonly #submitByKey = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void this.#submit(event);
  };

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (this.#isBusy) return;
    const written = this.#written;
    const current = this.#now ?? this.comment;
    if (written.text.trim() === "") return this.#tell("edit.empty");
    if (written.text === current.text) return this.#tell("edit.unchanged");
    this.#isBusy = true;
    this.#problem = "";
    this.requestUpdate();
    const outcome = await this.save(current, { text: written.text, reason: written.reason.trim() });
    this.#isBusy = false;
    this.#conclude(outcome);
  };

  #conclude(outcome: EditOutcome): void {
    if (outcome.kind === "done") return this.onClose();
    if (outcome.kind === "conflict") {
      this.#now = outcome.now;
      return this.#tell("edit.conflict");
    }
    this.#problem = describeError(this.translator, outcome.error);
    this.requestUpdate();
  }

  #tell(key: MessageKey): void {
    this.#problem = this.translator.say(key);
    this.requestUpdate();
  }
}
