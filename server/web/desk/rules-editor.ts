// A version of the rules, as a form or as text; what is changed is kept as a new version.

import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";

import type { FieldError } from "../shared/types.ts";
import { errorText } from "./error-text.ts";
import { lineOfPath } from "./json-lines.ts";
import type { LineField } from "./line-field.ts";
import type { ListSettings } from "./list-settings.ts";
import type { RulesDraft } from "./rules-draft.ts";
import { RulesPart } from "./rules-part.ts";
import { mayDiscard, openVersion } from "./rules-questions.ts";
import { versionSelect } from "./version-select.ts";

const modes = ["form", "text"] as const;
type Mode = (typeof modes)[number];

export class RulesEditor extends RulesPart {
  #mode: Mode = "form";
  #isBusy = false;
  #problem = "";

  protected override render(): TemplateResult {
    const { translator, work } = this;
    const { draft, mayChange } = work;
    if (!draft) return html`<p class="muted">${translator.say("desk.loading")}</p>`;
    return html`<div class="fields editor-head">
        ${versionSelect({
          ...{ translator, work, name: "open", label: translator.say("rules.version") },
          value: draft.base.version,
          onChoose: (version) => void this.#open(version),
        })}
        ${this.#modes(draft)}
      </div>
      ${mayChange ? nothing : html`<p class="hint">${translator.say("rules.viewer")}</p>`}
      <div ?inert=${this.#isBusy}>
        ${this.#problems(draft)}
        ${this.#mode === "form"
          ? html`<rejoinder-rules-form .translator=${translator} .work=${work}>
            </rejoinder-rules-form>`
          : this.#text(draft)}
        <rejoinder-list-settings .translator=${translator} .work=${work}></rejoinder-list-settings>
      </div>
      ${mayChange ? this.#keeping(draft) : nothing}`;
  }

  #modes(draft: RulesDraft): TemplateResult {
    const { translator } = this;
    return html`<fieldset class="modes">
      <legend>${translator.say("rules.mode")}</legend>
      ${modes.map(
        (mode) =>
          html`<label class="radio">
            <input
              type="radio"
              name="mode"
              value=${mode}
              ?disabled=${mode !== this.#mode && !draft.isReadable}
              .checked=${live(mode === this.#mode)}
              @change=${() => this.#show(mode)}
            />
            <span>${translator.say(`rules.mode.${mode}`)}</span>
          </label>`,
      )}
    </fieldset>`;
  }

  #text(draft: RulesDraft): TemplateResult {
    const { translator, work } = this;
    const wrong = draft.problemOf("");
    const key = wrong?.line === undefined ? "rules.text.syntax" : "rules.text.syntax.line";
    const problems = wrong ? [{ line: wrong.line, message: translator.say(key) }] : [];
    return html`<rejoinder-line-field
      data-text
      .translator=${translator}
      .label=${translator.say("rules.text")}
      .value=${draft.textOf("")}
      .rows=${26}
      .isReadonly=${!work.mayChange}
      .problems=${problems}
      .onWrite=${(text: string) => {
        draft.write("", text);
        work.changed();
      }}
    ></rejoinder-line-field>`;
  }

  /** Each leads to its place. */
  #problems(draft: RulesDraft): TemplateResult | typeof nothing {
    const { translator } = this;
    const { problems } = draft;
    const count = problems.length;
    if (count === 0) return nothing;
    return html`<section class="rules-problems" role="alert">
      <h3>${translator.say("rules.problems", { count })}</h3>
      <ul>
        ${problems.map(
          (one) =>
            html`<li>
              <button type="button" class="link problem" @click=${() => void this.#goTo(one)}>
                ${this.#problemText(draft, one)}
              </button>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  /** Beside the text, with its line. */
  #problemText(draft: RulesDraft, { field, message }: FieldError): string {
    const { translator } = this;
    const text = translator.say("rules.problem", { place: field, problem: message });
    if (this.#mode === "form" || placeInList(field)) return text;
    return translator.say("lines.line", { line: lineOfPath(draft.textOf(""), field), text });
  }

  #keeping(draft: RulesDraft): TemplateResult {
    const { translator } = this;
    const { isChanged, isReadable } = draft;
    const changed = isChanged ? "rules.changed" : "rules.unchanged";
    const key = isReadable ? changed : "rules.mode.blocked";
    return html`<form class="keeping ${isChanged ? "changed" : ""}" @submit=${this.#keep}>
      <p role="status">${translator.say(this.#isBusy ? "rules.keep.busy" : key)}</p>
      <div class="fields" ?hidden=${!isChanged}>
        <label class="field"
          ><span>${translator.say("rules.keep.note")}</span>
          <input name="note" maxlength="250" autocomplete="off" dir="auto" />
        </label>
        <button type="submit" class="primary" aria-disabled=${!isReadable || this.#isBusy}>
          ${translator.say("rules.keep")}
        </button>
        <button type="button" class="quiet" data-discard @click=${() => void this.#discard()}>
          ${translator.say("rules.discard")}
        </button>
      </div>
      <p class="problem" role="alert">${this.#problem}</p>
    </form>`;
  }

  #show(mode: Mode): void {
    this.#mode = mode;
    this.requestUpdate();
  }

  /** The select shows the old version again where one would rather not. */
  async #open(version: string): Promise<void> {
    await openVersion(this.work, this.translator, version);
    this.requestUpdate();
  }

  async #discard(): Promise<void> {
    if (!(await mayDiscard(this.work, this.translator))) return;
    this.#problem = "";
    this.work.discard();
  }

  readonly #keep = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { work, translator } = this;
    if (this.#isBusy || !work.draft?.isReadable) return;
    const field = this.querySelector<HTMLInputElement>(".keeping [name=note]");
    this.#isBusy = true;
    this.#problem = "";
    this.requestUpdate();
    try {
      const version = await work.keep(field?.value.trim() ?? "");
      if (field) field.value = "";
      work.tell(translator.say("rules.keep.done", { version }));
    } catch (error) {
      this.#problem = errorText(translator, error);
    }
    this.#isBusy = false;
    this.requestUpdate();
  };

  async #goTo({ field }: FieldError): Promise<void> {
    const inList = placeInList(field);
    if (inList) {
      const lists = this.querySelector<ListSettings>("rejoinder-list-settings");
      await lists?.goTo(inList.name, inList.line);
      return;
    }
    const inputs = [...this.querySelectorAll<HTMLElement>("[data-path]")];
    const input = inputs.find(({ dataset }) => dataset["path"] === field);
    if (input) {
      const details = input.closest("details");
      if (details) details.open = true;
      input.focus();
      return;
    }
    // The form does not know it: the text shows where it is.
    this.#show("text");
    await this.updateComplete;
    const text = this.querySelector<LineField>("[data-text]");
    await text?.updateComplete;
    text?.goToLine(lineOfPath(this.work.draft?.textOf("") ?? "", field));
  }
}

/** The server names a list and a line of it: "words.txt line 3". */
function placeInList(field: string): { name: string; line: number } | undefined {
  const [, name, line] = field.match(/^(.+) line (\d+)$/) ?? [];
  return name === undefined ? undefined : { name, line: Number(line) };
}
