// A large field of text in which lines matter: one can search in it, and go to a line.

import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";

import { LightElement } from "./light-element.ts";
import type { DeskTranslator } from "./messages.ts";

const foundShown = 20;

export interface LineProblem {
  /** Undefined where it is about all of it, or nobody knows. */
  line: number | undefined;
  message: string;
}

/**
 * Properties: `translator`, `label`, `value`, `rows`, `isReadonly`, `isSearchable`, `problems`,
 * `onWrite`, told of every change.
 */
export class LineField extends LightElement {
  static override properties = {
    translator: { attribute: false },
    label: { attribute: false },
    value: { attribute: false },
    rows: { attribute: false },
    isReadonly: { attribute: false },
    isSearchable: { attribute: false },
    problems: { attribute: false },
    onWrite: { attribute: false },
  };

  declare translator: DeskTranslator;
  declare label: string;
  declare value: string;
  declare rows: number;
  declare isReadonly: boolean;
  declare isSearchable: boolean | undefined;
  declare problems: readonly LineProblem[];
  declare onWrite: (text: string) => void;

  #wanted = "";

  protected override render(): TemplateResult {
    const { label, rows, isReadonly, problems } = this;
    return html`${this.isSearchable ? this.#search() : nothing}
      <label class="field lines"
        ><span>${label}</span>
        <textarea
          wrap="off"
          spellcheck="false"
          autocapitalize="off"
          autocomplete="off"
          dir="auto"
          rows=${rows}
          ?readonly=${isReadonly}
          aria-invalid=${problems.length > 0}
          .value=${live(this.value)}
          @input=${({ target }: Event) => this.onWrite((target as HTMLTextAreaElement).value)}
        ></textarea>
      </label>
      ${problems.length > 0
        ? html`<div class="line-problems" role="alert">
            <ul>
              ${problems.map((problem) => html`<li class="problem">${this.#problem(problem)}</li>`)}
            </ul>
          </div>`
        : nothing}`;
  }

  /** Shows and selects it, with the focus in the field. */
  goToLine(line: number): void {
    const field = this.querySelector("textarea");
    if (!field) return;
    const lines = field.value.split("\n");
    const start = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
    field.focus();
    field.setSelectionRange(start, start + (lines[line - 1] ?? "").length);
    const height = field.scrollHeight / Math.max(1, lines.length);
    field.scrollTop = Math.max(0, (line - 1) * height - field.clientHeight / 2);
  }

  #problem({ line, message }: LineProblem): TemplateResult {
    if (line === undefined) return html`${message}`;
    return this.#lineButton(line, message);
  }

  #lineButton(line: number, text: string): TemplateResult {
    return html`<button type="button" class="link" @click=${() => this.goToLine(line)}>
      ${this.translator.say("lines.line", { line, text })}
    </button>`;
  }

  #search(): TemplateResult {
    const { translator } = this;
    const found = this.#found();
    const more = found.length - foundShown;
    return html`<div class="line-search">
      <label class="field"
        ><span>${translator.say("lines.search")}</span>
        <input
          type="search"
          dir="auto"
          autocomplete="off"
          spellcheck="false"
          .value=${live(this.#wanted)}
          @input=${({ target }: Event) => {
            this.#wanted = (target as HTMLInputElement).value;
            this.requestUpdate();
          }}
          @keydown=${(event: KeyboardEvent) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            if (found[0]) this.goToLine(found[0].line);
          }}
        />
      </label>
      <p class="muted" role="status">
        ${this.#wanted.trim() ? translator.say("lines.found", { count: found.length }) : ""}
      </p>
      ${found.length > 0
        ? html`<ul class="found">
            ${found
              .slice(0, foundShown)
              .map(({ line, text }) => html`<li dir="auto">${this.#lineButton(line, text)}</li>`)}
            ${more > 0
              ? html`<li class="muted">${translator.say("lines.more", { count: more })}</li>`
              : nothing}
          </ul>`
        : nothing}
    </div>`;
  }

  #found(): { line: number; text: string }[] {
    const wanted = this.#wanted.trim().toLowerCase();
    if (!wanted) return [];
    return this.value
      .split("\n")
      .map((text, index) => ({ line: index + 1, text }))
      .filter(({ text }) => text.toLowerCase().includes(wanted));
  }
}
