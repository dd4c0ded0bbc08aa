// Open, pre-moderate or close a story.

import { html, type TemplateResult } from "lit";

import type { StoryState } from "../shared/types.ts";
import { LightElement } from "./light-element.ts";
import type { DeskTranslator } from "./messages.ts";

const storyStates: readonly StoryState[] = ["open", "pre_moderated", "closed"];

/**
 * Properties: `translator`; `state`, the present one; `onChoose`, which may take its time. Takes
 * the focus when it appears.
 */
export class StorySettings extends LightElement {
  static override properties = {
    translator: { attribute: false },
    state: { attribute: false },
    onChoose: { attribute: false },
  };

  declare translator: DeskTranslator;
  declare state: StoryState;
  declare onChoose: (state: StoryState) => Promise<void>;

  #isBusy = false;

  override firstUpdated(): void {
    this.querySelector<HTMLElement>("[aria-pressed=true]")?.focus();
  }

  protected override render(): TemplateResult {
    const { translator } = this;
    return html`<div
      class="story-settings"
      role="group"
      aria-label=${translator.say("story.label")}
    >
      ${storyStates.map(
        (state) =>
          html`<button
            type="button"
            data-story-state=${state}
            aria-pressed=${state === this.state}
            aria-disabled=${this.#isBusy}
            @click=${() => void this.#choose(state)}
          >
            <strong>${translator.say(`story.${state}`)}</strong>
            <span>${translator.say(`story.${state}.note`)}</span>
          </button>`,
      )}
    </div>`;
  }

  async #choose(state: StoryState): Promise<void> {
    if (this.#isBusy || state === this.state) return;
    this.#isBusy = true;
    this.requestUpdate();
    await this.onChoose(state);
    this.#isBusy = false;
    this.requestUpdate();
  }
}
