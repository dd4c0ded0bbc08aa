// The states a comment may be in, each with how many there are.

import { html, nothing, type TemplateResult } from "lit";

import type { QueueState } from "../shared/desk-types.ts";
import { LightElement } from "./light-element.ts";
import type { DeskTranslator } from "./messages.ts";
import { inState, searchOf, states, type Place } from "./place.ts";

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
  declare counts: Record<QueueState, number> | undefined;
  declare onChoose: (state: QueueState) => void;

  protected override render(): TemplateResult {
    return html`<nav class="tabs" aria-label=${this.translator.say("tabs.label")}>
      <ul>
        ${states.map((state) => this.#tab(state))}
      </ul>
    </nav>`;
  }

  #tab(state: QueueState): TemplateResult {
    const count = this.counts?.[state];
    const isHere = state === this.place.state;
    return html`<li>
      <a
        href=${searchOf(inState(this.place, state)) || "?"}
        data-state=${state}
        aria-current=${isHere ? "page" : nothing}
        @click=${(event: MouseEvent) => this.#choose(event, state)}
        >${this.translator.say(`state.${state}`)}
        <span class="count">${count === undefined ? "–" : this.#number(count)}</span></a
      >
    </li>`;
  }

  #number(count: number): string {
    return new Intl.NumberFormat(this.translator.language).format(count);
  }

  #choose(event: MouseEvent, state: QueueState): void {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    this.onChoose(state);
  }
}
