// Chooses what the audit log lists.

import { html, nothing, type TemplateResult } from "lit";

import type { AuditChoice } from "./audit-choice.ts";
import { auditKinds, kindName } from "./audit-text.ts";
import { LightElement } from "./light-element.ts";
import type { DeskTranslator } from "./messages.ts";
import { textFilter } from "./text-filter.ts";

/** Properties: `translator`, `choice`, `sites` that may be seen, `onChoice`. */
export class AuditFilters extends LightElement {
  static override properties = {
    translator: { attribute: false },
    choice: { attribute: false },
    sites: { attribute: false },
    onChoice: { attribute: false },
  };

  declare translator: DeskTranslator;
  declare choice: AuditChoice;
  declare sites: readonly string[];
  declare onChoice: (choice: AuditChoice) => void;

  protected override render(): TemplateResult {
    const { translator, choice } = this;
    const kinds = auditKinds.map((value) => ({ value, name: kindName(translator, value) }));
    const sites = this.sites.map((value) => ({ value, name: value }));
    return html`<form
      class="filters"
      role="search"
      aria-label=${translator.say("filter.label")}
      @submit=${(event: Event) => event.preventDefault()}
    >
      ${textFilter({
        name: "actor",
        label: translator.say("audit.actor"),
        hint: translator.say("audit.actor.hint"),
        value: choice.actor ?? "",
        onValue: (value) => this.#choose("actor", value),
      })}
      ${this.#select("kind", translator.say("audit.kind.all"), kinds)}
      ${this.sites.length > 1 || choice.site
        ? this.#select("site", translator.say("filter.site.all"), sites)
        : nothing}
      ${this.#day("since")} ${this.#day("until")}
      ${Object.keys(choice).length > 0
        ? html`<button type="button" class="quiet" data-clear @click=${() => this.onChoice({})}>
            ${translator.say("filter.clear")}
          </button>`
        : nothing}
    </form>`;
  }

  #select(
    name: "kind" | "site",
    all: string,
    options: readonly { value: string; name: string }[],
  ): TemplateResult {
    const chosen = this.choice[name] ?? "";
    const label = this.translator.say(name === "kind" ? "audit.kind" : "filter.site");
    return html`<label class=${chosen ? "chosen" : ""}
      ><span>${label}</span>
      <select data-filter=${name} @change=${(event: Event) => this.#choose(name, valueOf(event))}>
        <option value="" ?selected=${chosen === ""}>${all}</option>
        ${options.map(
          ({ value, name }) =>
            html`<option value=${value} ?selected=${value === chosen}>${name}</option>`,
        )}
      </select>
    </label>`;
  }

  #day(name: "since" | "until"): TemplateResult {
    const chosen = this.choice[name] ?? "";
    return html`<label class="written ${chosen ? "chosen" : ""}"
      ><span>${this.translator.say(`audit.${name}`)}</span>
      <input
        type="date"
        data-filter=${name}
        .value=${chosen}
        @change=${(event: Event) => this.#choose(name, valueOf(event))}
      />
    </label>`;
  }

  #choose(name: keyof AuditChoice, value: string): void {
    const { [name]: _, ...others } = this.choice;
    const trimmed = value.trim();
    this.onChoice(trimmed ? { ...others, [name]: trimmed } : others);
  }
}

function valueOf(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement).value;
}
