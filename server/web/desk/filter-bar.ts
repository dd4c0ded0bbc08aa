// Which comments of a state are listed, and in which order.

import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";

import { dateFilter } from "./date-filter.ts";
import type { Known } from "./known.ts";
import { LightElement } from "./light-element.ts";
import { reasonName, reasons, type DeskTranslator, type MessageKey } from "./messages.ts";
import {
  filtered,
  filtersOf,
  isFiltered,
  sorts,
  type FilterName,
  type Place,
} from "./place.ts";
import { textFilter } from "./text-filter.ts";

/** Enough of a pseudonym to tell two apart. */
const pseudonymShown = 8;

interface Option {
  value: string;
  name: string;
}

/** Properties: `translator`, `place`, `known`, `reasonCounts`, `onPlace`. */
export class FilterBar extends LightElement {
  static override properties = {
    translator: { attribute: false },
    place: { attribute: false },
    known: { attribute: false },
    reasonCounts: { attribute: false },
    onPlace: { attribute: false },
  };

  declare translator: DeskTranslator;
  declare place: Place;
  declare known: Known;
  /** How many wait for each reason. */
  declare reasonCounts: Readonly<Record<string, number>>;
  declare onPlace: (place: Place) => void;

  #isOpen = false;

  focusFirst(): void {
    this.querySelector<HTMLInputElement>("input")?.select();
    this.querySelector<HTMLElement>("input")?.focus();
  }

  protected override render(): TemplateResult {
    const { translator, place } = this;
    return html`<form
      class="filters"
      role="search"
      aria-label=${translator.say("filter.label")}
      @submit=${(event: Event) => event.preventDefault()}
    >
      ${this.#written("text")} ${this.#sort()} ${this.#moreButton()}
      <div class="further ${this.#isOpen ? "open" : ""}">
        ${this.#filter("reason", this.#reasons())} ${this.#filter("story", this.#stories())}
        ${this.#written("section")} ${this.#day("since")} ${this.#day("until")}
        ${this.known.sites.size > 1 || place.site
          ? this.#filter("site", this.#sites())
          : nothing}
      </div>
      ${place.author ? this.#author(place.author) : nothing}
      ${place.cluster ? this.#cluster() : nothing}
      ${isFiltered(place)
        ? html`<button type="button" class="quiet" data-filter="clear" @click=${this.#clear}>
            ${translator.say("filter.clear")}
          </button>`
        : nothing}
    </form>`;
  }

  /** Where there is little room, what is used less is behind it. */
  #moreButton(): TemplateResult {
    const { translator } = this;
    const inSight: readonly FilterName[] = ["text", "author", "cluster"];
    const behind = filtersOf(this.place).filter((name) => !inSight.includes(name));
    const count = behind.length;
    return html`<button
      type="button"
      class="quiet"
      data-filter="more"
      aria-expanded=${this.#isOpen}
      @click=${() => {
        this.#isOpen = !this.#isOpen;
        this.requestUpdate();
      }}
    >
      ${count > 0 ? translator.say("filter.more", { count }) : translator.say("filter.more.none")}
    </button>`;
  }

  #written(name: "text" | "section"): TemplateResult {
    const { translator, place } = this;
    return textFilter({
      name,
      label: translator.say(`filter.${name}`),
      hint: translator.say(`filter.${name}.hint`),
      value: place[name] ?? "",
      onValue: (value) => this.onPlace(filtered(this.place, name, value)),
    });
  }

  /** Chosen elsewhere, and taken away here. */
  #author(pseudonym: string): TemplateResult {
    const { translator, known } = this;
    const name = known.authors.get(pseudonym) ?? pseudonym.slice(0, pseudonymShown);
    return html`<span class="chip">
      ${translator.say("filter.author", { name })}
      <button
        type="button"
        class="icon"
        data-filter="author"
        aria-label=${translator.say("filter.author.remove", { name })}
        @click=${() => this.onPlace(filtered(this.place, "author", ""))}
      >
        ×
      </button>
    </span>`;
  }

  #cluster(): TemplateResult {
    const { translator } = this;
    return html`<span class="chip">
      ${translator.say("filter.cluster")}
      <button
        type="button"
        class="icon"
        data-filter="cluster"
        aria-label=${translator.say("filter.cluster.remove")}
        @click=${() => this.onPlace(filtered(this.place, "cluster", ""))}
      >
        ×
      </button>
    </span>`;
  }

  #day(name: "since" | "until"): TemplateResult {
    return dateFilter({
      name,
      label: this.translator.say(`filter.${name}`),
      value: this.place[name] ?? "",
      onValue: (value) => this.onPlace(filtered(this.place, name, value)),
    });
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
        ${sorts.map(
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

  /** Those that comments wait for come first, with how many that are. */
  #reasons(): Option[] {
    const { translator, place, reasonCounts } = this;
    const chosen = place.reason;
    const all = chosen && !reasons.includes(chosen) ? [...reasons, chosen] : reasons;
    const counts = place.state === "pending" ? reasonCounts : {};
    const countOf = (reason: string) => counts[reason] ?? 0;
    return [...all]
      .sort((a, b) => countOf(b) - countOf(a))
      .map((value) => {
        const name = reasonName(translator, value);
        const count = countOf(value);
        return { value, name: count ? translator.say("filter.counted", { name, count }) : name };
      });
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
