// Which comments of a state are listed, and in which order.

import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";

import { LightElement } from "./light-element.ts";
import { reasonName, reasons, type DeskTranslator, type MessageKey } from "./messages.ts";
import { filtered, type Place } from "./place.ts";

/** Sites and stories that have been seen: id -> name. */
export interface Known {
  sites: ReadonlySet<string>;
  stories: ReadonlyMap<string, string>;
}

interface Option {
  value: string;
  name: string;
}

/** Properties: `translator`, `place`, `known`, `onPlace`. */
export class FilterBar extends LightElement {
  static override properties = {
    translator: { attribute: false },
    place: { attribute: false },
    known: { attribute: false },
    onPlace: { attribute: false },
  };

  declare translator: DeskTranslator;
  declare place: Place;
  declare known: Known;
  declare onPlace: (place: Place) => void;

  focusFirst(): void {
    this.querySelector<HTMLElement>("select")?.focus();
  }

  protected override render(): TemplateResult {
    const { translator, place } = this;
    const isFiltered = place.site || place.story || place.reason;
    return html`<form
      class="filters"
      role="search"
      aria-label=${translator.say("filter.label")}
      @submit=${(event: Event) => event.preventDefault()}
    >
      ${this.#filter("reason", this.#reasons())} ${this.#filter("story", this.#stories())}
      ${this.known.sites.size > 1 || place.site ? this.#filter("site", this.#sites()) : nothing}
      ${isFiltered
        ? html`<button type="button" class="quiet" data-filter="clear" @click=${this.#clear}>
            ${translator.say("filter.clear")}
          </button>`
        : nothing}
      ${this.#sort()}
    </form>`;
  }

  #filter(name: "site" | "story" | "reason", options: Option[]): TemplateResult {
    const all: MessageKey = `filter.${name}.all`;
    const chosen = this.place[name] ?? "";
    return html`<label class=${chosen ? "chosen" : ""}
      ><span>${this.translator.say(`filter.${name}`)}</span>
      <select
        data-filter=${name}
        .value=${live(chosen)}
        @change=${(event: Event) =>
          this.onPlace(filtered(this.place, name, (event.target as HTMLSelectElement).value))}
      >
        <option value="" ?selected=${chosen === ""}>${this.translator.say(all)}</option>
        ${options.map(
          ({ value, name }) =>
            html`<option value=${value} ?selected=${value === chosen}>${name}</option>`,
        )}
      </select>
    </label>`;
  }

  #sort(): TemplateResult {
    return html`<label class="sort"
      ><span>${this.translator.say("filter.sort")}</span>
      <select
        data-filter="sort"
        .value=${live(this.place.sort)}
        @change=${(event: Event) => {
          const sort = (event.target as HTMLSelectElement).value as Place["sort"];
          this.onPlace({ ...this.place, sort });
        }}
      >
        ${(["oldest", "newest"] as const).map(
          (sort) =>
            html`<option value=${sort} ?selected=${sort === this.place.sort}>
              ${this.translator.say(`filter.sort.${sort}`)}
            </option>`,
        )}
      </select>
    </label>`;
  }

  readonly #clear = (): void => {
    const { state, sort } = this.place;
    this.onPlace({ state, sort });
  };

  #reasons(): Option[] {
    const chosen = this.place.reason;
    const all = chosen && !reasons.includes(chosen) ? [...reasons, chosen] : reasons;
    return all.map((value) => ({ value, name: reasonName(this.translator, value) }));
  }

  #stories(): Option[] {
    const stories = new Map(this.known.stories);
    const chosen = this.place.story;
    if (chosen && !stories.has(chosen)) stories.set(chosen, chosen);
    return [...stories].map(([value, name]) => ({ value, name }));
  }

  #sites(): Option[] {
    const sites = new Set(this.known.sites);
    if (this.place.site) sites.add(this.place.site);
    return [...sites].map((value) => ({ value, name: value }));
  }
}
