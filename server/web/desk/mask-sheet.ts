// Makes parts of a comment unreadable: selected ones, or those that the filters found.

import { html, nothing, type TemplateResult } from "lit";

import type { DeskComment } from "../shared/desk-types.ts";
import { describeError } from "../shared/errors.ts";
import type { SaveEdit } from "./edits.ts";
import { LightElement } from "./light-element.ts";
import {
  blot,
  foundSpans,
  isMasked,
  masked,
  maskedPieces,
  spanOfSelection,
  unmasked,
  type Span,
} from "./masking.ts";
import type { DeskTranslator, MessageKey } from "./messages.ts";

/** Properties: `translator`, `comment`, `save`, `onClose`. */
export class MaskSheet extends LightElement {
  static override properties = {
    translator: { attribute: false },
    comment: { attribute: false },
    save: { attribute: false },
    onClose: { attribute: false },
  };

  declare translator: DeskTranslator;
  declare comment: DeskComment;
  declare save: SaveEdit;
  declare onClose: () => void;

  #spans: Span[] = [];
  #isBusy = false;
  #problem = "";
  /** The comment as somebody else left it meanwhile. */
  #now: DeskComment | undefined;

  get #comment(): DeskComment {
    return this.#now ?? this.comment;
  }

  override firstUpdated(): void {
    this.querySelector<HTMLElement>("[name=text]")?.focus();
  }

  protected override render(): TemplateResult {
    const { translator } = this;
    return html`<form @submit=${this.#submit}>
      <p class="muted" id="mask-how">${translator.say("mask.how")}</p>
      ${this.#text()}
      <div class="sheet-actions">
        <button type="button" class="quiet" data-mask-selection @click=${this.#maskSelection}>
          ${translator.say("mask.selection")} <kbd aria-hidden="true">↵</kbd>
        </button>
      </div>
      ${this.#found()} ${this.#preview()}
      <label class="field">
        <span>${translator.say("edit.reason")}</span>
        <input name="reason" maxlength="200" autocomplete="off" />
      </label>
      <p class="problem" role="alert">${this.#problem}</p>
      <div class="sheet-actions">
        <button type="submit" class="primary" data-confirm aria-disabled=${this.#isBusy}>
          ${translator.say(this.#isBusy ? "edit.busy" : "mask.submit")}
        </button>
        <button type="button" class="quiet" data-cancel @click=${this.onClose}>
          ${translator.say("edit.cancel")}
        </button>
      </div>
    </form>`;
  }

  /** Not read-only, because then there is no caret to select with; but nothing can be changed. */
  #text(): TemplateResult {
    const { text } = this.#comment;
    const keep = (event: Event) => {
      const field = event.target as HTMLTextAreaElement;
      if (event.type === "beforeinput") event.preventDefault();
      else field.value = text;
    };
    return html`<label class="field">
      <span>${this.translator.say("mask.text")}</span>
      <textarea
        class="typed"
        name="text"
        rows="6"
        dir="auto"
        inputmode="none"
        spellcheck="false"
        aria-readonly="true"
        aria-describedby="mask-how"
        .value=${text}
        @beforeinput=${keep}
        @input=${keep}
        @keydown=${this.#maskByKey}
      ></textarea>
    </label>`;
  }

  #found(): TemplateResult | typeof nothing {
    const { translator } = this;
    const { findings, text } = this.#comment;
    const points = Array.from(text);
    const spans = foundSpans(findings, points.length);
    if (spans.length === 0) return nothing;
    return html`<div class="found" role="group" aria-label=${translator.say("mask.found")}>
      ${spans.map((span) => {
        const isOn = isMasked(this.#spans, span);
        return html`<button
          type="button"
          class="quiet"
          data-found="${span.start}-${span.end}"
          aria-pressed=${isOn}
          @click=${() => this.#mask(isOn ? unmasked(this.#spans, span) : masked(this.#spans, span))}
        >
          <bdi>${points.slice(span.start, span.end).join("")}</bdi>
        </button>`;
      })}
      ${spans.length > 1
        ? html`<button
            type="button"
            class="link"
            data-all-found
            @click=${() => this.#mask(spans.reduce(masked, this.#spans))}
          >
            ${translator.say("mask.all_found")}
          </button>`
        : nothing}
    </div>`;
  }

  /** What is masked can be pressed to be read again. */
  #preview(): TemplateResult {
    const { translator } = this;
    const pieces = maskedPieces(this.#comment.text, this.#spans);
    let at = 0;
    return html`<h3>${translator.say("mask.preview")}</h3>
      <p class="unseen" role="status">
        ${this.#spans.length === 0 ? translator.say("mask.none") : this.#masked.join(", ")}
      </p>
      <blockquote class="typed" dir="auto" data-preview>${pieces.map(({ text, isMasked }) => {
        const span = { start: at, end: (at += Array.from(text).length) };
        return isMasked ? this.#blot(text, span) : text;
      })}</blockquote>`;
  }

  #blot(text: string, span: Span): TemplateResult {
    return html`<button
      type="button"
      class="blot"
      aria-label=${this.translator.say("mask.unmask", { text })}
      title=${this.translator.say("mask.unmask", { text })}
      @click=${() => this.#mask(unmasked(this.#spans, span))}
    >${blot}</button>`;
  }

  get #masked(): string[] {
    const pieces = maskedPieces(this.#comment.text, this.#spans);
    const parts = pieces.filter(({ isMasked }) => isMasked).map(({ text }) => text);
    return [this.translator.say("mask.masked"), ...parts];
  }

  #mask(spans: Span[]): void {
    this.#spans = spans;
    this.#problem = "";
    this.requestUpdate();
  }

  readonly #maskSelection = (): void => {
    const field = this.querySelector<HTMLTextAreaElement>("[name=text]");
    const { selectionStart = 0, selectionEnd = 0 } = field ?? {};
    if (selectionStart === selectionEnd) return this.#tell("mask.nothing_selected");
    const span = spanOfSelection(this.#comment.text, selectionStart, selectionEnd);
    this.#mask(masked(this.#spans, span));
  };

  readonly #maskByKey = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    this.#maskSelection();
  };

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (this.#isBusy) return;
    const reason = this.querySelector<HTMLInputElement>("[name=reason]");
    if (this.#spans.length === 0) return this.#tell("mask.none");
    this.#isBusy = true;
    this.requestUpdate();
    const change = { mask: this.#spans, reason: reason?.value.trim() ?? "" };
    const outcome = await this.save(this.#comment, change);
    this.#isBusy = false;
    if (outcome.kind === "done") return this.onClose();
    if (outcome.kind === "conflict") {
      // The places were those of another text.
      if (outcome.now.text !== this.#comment.text) this.#spans = [];
      this.#now = outcome.now;
      return this.#tell("mask.moved");
    }
    this.#problem = describeError(this.translator, outcome.error);
    this.requestUpdate();
  };

  #tell(key: MessageKey): void {
    this.#problem = this.translator.say(key);
    this.requestUpdate();
  }
}
