// The states a comment may be in, each with how many there are.

import { html, nothing, type TemplateResult } from "lit";

import type { DeskCounts } from "../shared/desk-types.ts";
import { LightElement } from "./light-element.ts";
import type { DeskTranslator } from "./messages.ts";
import { tabs, type DeskTab, type Place } from "./place.ts";

/** Properties: `translator`, `place`, `counts` (undefined while unknown), `onChoose`. */
export class StateTabs extends LightElement {
  static override properties = {
    translator: { attribute: false },
    place: { attribute: false },
    counts: { attribute: false },
    onChoose: { attribute: false },
  };

  declare translator: DeskTranslator;
  declare place: Place;
  declare counts: DeskCounts | undefined;
  declare onChoose: (state: DeskTab) => void;

  protected override render(): TemplateResult {
    return html`<div
      class="tabs"
      role="tablist"
      aria-label=${this.translator.say("tabs.label")}
      @keydown=${this.#move}
    >
      ${tabs.map((state) => this.#tab(state))}
    </div>`;
  }

  /** Only the chosen one is on the way of the Tab key; the arrows lead to the others. */
  #tab(state: DeskTab): TemplateResult {
    const count = state === "all" ? undefined : this.counts?.[state];
    const isHere = state === this.place.state;
    return html`<button
      type="button"
      role="tab"
      id="tab-${state}"
      data-state=${state}
      tabindex=${isHere ? "0" : "-1"}
      aria-selected=${isHere}
      aria-controls="queue-panel"
      @click=${() => this.onChoose(state)}
    >
      ${this.translator.say(`state.${state}`)}
      ${state === "all"
        ? nothing
        : html`<span class="count">${count === undefined ? "–" : this.#number(count)}</span>`}
    </button>`;
  }

  #number(count: number): string {
    return new Intl.NumberFormat(this.translator.language).format(count);
  }

  readonly #move = (event: KeyboardEvent): void => {
    const at = tabs.indexOf(this.place.state);
    const steps: Readonly<Record<string, number>> = {
      ArrowLeft: at - 1,
      ArrowRight: at + 1,
      Home: 0,
      End: tabs.length - 1,
    };
    const to = steps[event.key];
    if (to === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const state = tabs[(to + tabs.length) % tabs.length];
    if (state === undefined) return;
    this.querySelector<HTMLElement>(`#tab-${state}`)?.focus();
    this.onChoose(state);
  };
}
