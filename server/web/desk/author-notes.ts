// What moderators have noted about an author, for each other.

import { html, nothing, type TemplateResult } from "lit";

import type { AuthorNote } from "../shared/desk-types.ts";
import { absoluteTime } from "../shared/time-text.ts";
import { formProblem } from "./form-problem.ts";
import { LightElement } from "./light-element.ts";
import type { DeskTranslator } from "./messages.ts";

/** Properties: `translator`, `notes`, `mayWrite`, `onNote`. */
export class AuthorNotes extends LightElement {
  static override properties = {
    translator: { attribute: false },
    notes: { attribute: false },
    mayWrite: { attribute: false },
    onNote: { attribute: false },
  };

  declare translator: DeskTranslator;
  declare notes: readonly AuthorNote[];
  declare mayWrite: boolean;
  declare onNote: (text: string) => Promise<void>;

  #isBusy = false;
  #problem = "";

  protected override render(): TemplateResult {
    const { translator, notes } = this;
    return html`${notes.length === 0
        ? html`<p class="muted">${translator.say("note.none")}</p>`
        : html`<ul class="notes">
            ${notes.map((note) => this.#note(note))}
          </ul>`}
      ${this.mayWrite ? this.#form() : nothing}`;
  }

  #note({ text, by, at }: AuthorNote): TemplateResult {
    const { translator } = this;
    const time = absoluteTime(new Date(at), translator.language);
    return html`<li>
      <p dir="auto">${text}</p>
      <p class="muted">${translator.say("note.by", { by, time })}</p>
    </li>`;
  }

  #form(): TemplateResult {
    const { translator } = this;
    return html`<form class="note-form" @submit=${this.#submit}>
      <label class="field"
        ><span>${translator.say("note.write")}</span>
        <textarea name="note" rows="2" maxlength="2000" dir="auto"></textarea>
      </label>
      <p class="problem" role="alert">${this.#problem}</p>
      <button type="submit" class="quiet" aria-disabled=${this.#isBusy}>
        ${translator.say("note.submit")}
      </button>
    </form>`;
  }

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const field = this.querySelector<HTMLTextAreaElement>("[name=note]");
    const text = field?.value.trim();
    if (this.#isBusy || !field) return;
    this.#problem = text ? "" : this.translator.say("note.required");
    this.#isBusy = Boolean(text);
    this.requestUpdate();
    if (!text) return field.focus();
    try {
      await this.onNote(text);
      field.value = "";
    } catch (error) {
      this.#problem = formProblem(this.translator, error);
    }
    this.#isBusy = false;
    this.requestUpdate();
  };
}
