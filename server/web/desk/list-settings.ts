// The lists of words, hosts and names that belong to a rule set, one at a time.

import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";

import type { Json } from "../shared/rules-types.ts";
import type { LineField, LineProblem } from "./line-field.ts";
import { reasonName } from "./messages.ts";
import { addWordList, entriesIn, removeList, ruleLists, type RuleList } from "./rule-lists.ts";
import type { RulesDraft } from "./rules-draft.ts";
import { RulesPart } from "./rules-part.ts";

const reasons = ["banned_word", "suspect_word", "mild_word", "promotion"] as const;

export class ListSettings extends RulesPart {
  #chosen: string | undefined;
  #isAdding = false;
  #problem = "";

  /** Shows a line of a list, if there is such a list. */
  async goTo(name: string, line: number): Promise<void> {
    this.#chosen = name;
    this.requestUpdate();
    const details = this.querySelector("details");
    if (details) details.open = true;
    await this.updateComplete;
    const field = this.querySelector<LineField>("rejoinder-line-field");
    await field?.updateComplete;
    field?.goToLine(line);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { translator, work } = this;
    const { draft, mayChange } = work;
    if (!draft) return nothing;
    const lists = ruleLists(draft);
    const list = lists.find(({ name }) => name === this.#chosen) ?? lists[0];
    return html`<details class="rules-section" data-section="lists">
      <summary>${translator.say("rules.lists")}</summary>
      <p class="muted">${translator.say("rules.lists.note")}</p>
      <div class="fields">
        ${this.#chooser(draft, lists, list)}
        ${mayChange ? this.#adding(draft) : nothing}
      </div>
      ${list ? this.#list(draft, list) : nothing}
    </details>`;
  }

  #chooser(
    draft: RulesDraft,
    lists: readonly RuleList[],
    chosen: RuleList | undefined,
  ): TemplateResult {
    const { translator } = this;
    const nameOf = ({ name, reason, title }: RuleList) => {
      const what = title ? translator.say(title) : reasonName(translator, reason ?? "");
      const count = entriesIn(draft.files[name] ?? "");
      return translator.say("rules.list.name", { name: `${what}: ${name}`, count });
    };
    return html`<label class="field"
      ><span>${translator.say("rules.list")}</span>
      <select
        name="list"
        .value=${live(chosen?.name ?? "")}
        @change=${({ target }: Event) => {
          this.#chosen = (target as HTMLSelectElement).value;
          this.requestUpdate();
        }}
      >
        ${lists.map(
          (list) =>
            html`<option value=${list.name} ?selected=${list === chosen}>${nameOf(list)}</option>`,
        )}
      </select>
    </label>`;
  }

  #adding(draft: RulesDraft): TemplateResult {
    const { translator } = this;
    if (!this.#isAdding)
      return html`<button
        type="button"
        class="quiet"
        data-add
        @click=${async () => {
          this.#isAdding = true;
          this.requestUpdate();
          await this.updateComplete;
          this.querySelector<HTMLElement>("[name=new-list]")?.focus();
        }}
      >
        ${translator.say("rules.list.add")}
      </button>`;
    return html`<form
      class="fields"
      @submit=${(event: Event) => {
        event.preventDefault();
        this.#add(draft, this.querySelector<HTMLInputElement>("[name=new-list]")?.value ?? "");
      }}
    >
      <label class="field"
        ><span>${translator.say("rules.list.add.name")}</span>
        <input name="new-list" autocomplete="off" spellcheck="false" maxlength="100" />
      </label>
      <button type="submit" class="quiet">${translator.say("rules.list.add.submit")}</button>
      <p class="problem" role="alert">${this.#problem}</p>
    </form>`;
  }

  #list(draft: RulesDraft, list: RuleList): TemplateResult {
    const { translator, work } = this;
    const { mayChange } = work;
    return html`${list.isWordList ? this.#options(draft, list) : nothing}
      <rejoinder-line-field
        .translator=${translator}
        .label=${translator.say("rules.list.entries")}
        .value=${draft.files[list.name] ?? ""}
        .rows=${16}
        .isReadonly=${!mayChange}
        .isSearchable=${true}
        .problems=${problemsOf(draft, list.name)}
        .onWrite=${(text: string) => {
          draft.setFile(list.name, text);
          work.changed();
        }}
      ></rejoinder-line-field>
      ${mayChange
        ? html`<button type="button" class="link" data-remove @click=${() => this.#remove(list)}>
            ${translator.say("rules.list.remove")}
          </button>`
        : nothing}`;
  }

  #options(draft: RulesDraft, { path, reason }: RuleList): TemplateResult {
    const { translator, work } = this;
    const disabled = !work.mayChange;
    const set = (key: string, value: Json | undefined) => {
      draft.set([...path, key], value);
      work.changed();
    };
    return html`<div class="fields">
      <label class="field"
        ><span>${translator.say("rules.list.reason")}</span>
        <select
          name="reason"
          ?disabled=${disabled}
          .value=${live(reason ?? "")}
          @change=${({ target }: Event) => set("reason", (target as HTMLSelectElement).value)}
        >
          ${reasons.map(
            (one) =>
              html`<option value=${one} ?selected=${one === reason}>
                ${reasonName(translator, one)}
              </option>`,
          )}
        </select>
      </label>
      <label class="field"
        ><span>${translator.say("rules.list.language")}</span>
        <input
          name="language"
          maxlength="3"
          autocomplete="off"
          spellcheck="false"
          ?disabled=${disabled}
          .value=${live(String(draft.at([...path, "language"]) ?? ""))}
          @change=${({ target }: Event) =>
            set("language", (target as HTMLInputElement).value.trim() || undefined)}
        />
      </label>
      <label class="setting switch">
        <input
          type="checkbox"
          name="silent"
          ?disabled=${disabled}
          .checked=${live(draft.at([...path, "silent"]) === true)}
          @change=${({ target }: Event) =>
            set("silent", (target as HTMLInputElement).checked || undefined)}
        /><span>${translator.say("rules.list.silent")}</span>
      </label>
    </div>`;
  }

  #add(draft: RulesDraft, written: string): void {
    const name = written.trim();
    if (!name) return;
    const isAdded = addWordList(draft, name);
    this.#problem = isAdded ? "" : this.translator.say("rules.list.add.taken");
    if (isAdded) {
      this.#isAdding = false;
      this.#chosen = name;
    }
    this.work.changed();
  }

  #remove(list: RuleList): void {
    const { work, translator } = this;
    if (!work.draft) return;
    removeList(work.draft, list);
    this.#chosen = undefined;
    work.tell(translator.say("rules.list.removed", { name: list.name }));
    work.changed();
    this.querySelector<HTMLElement>("[name=list]")?.focus();
  }
}

/** The server names a list and a line of it: "words.txt line 3". */
function problemsOf(draft: RulesDraft, name: string): LineProblem[] {
  return draft.problems
    .filter(({ field }) => field === name || field.startsWith(`${name} `))
    .map(({ field, message }) => {
      const line = field.match(/ line (\d+)$/)?.[1];
      return { line: line ? Number(line) : undefined, message };
    });
}
