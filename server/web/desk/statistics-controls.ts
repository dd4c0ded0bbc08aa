// Chooses what the statistics are about.

import { html, nothing, type TemplateResult } from "lit";

import { LightElement } from "./light-element.ts";
import type { DeskTranslator } from "./messages.ts";
import {
  datesOf,
  daysIn,
  daysMax,
  isPossible,
  mayBeByHour,
  spans,
  type OwnDates,
  type Span,
  type StatisticsChoice,
} from "./statistics-choice.ts";

/** Properties: `translator`, `choice`, `sites` that may be seen, `onChoice`. */
export class StatisticsControls extends LightElement {
  static override properties = {
    translator: { attribute: false },
    choice: { attribute: false },
    sites: { attribute: false },
    onChoice: { attribute: false },
  };

  declare translator: DeskTranslator;
  declare choice: StatisticsChoice;
  declare sites: readonly string[];
  declare onChoice: (choice: StatisticsChoice) => void;

  #problem = "";

  protected override render(): TemplateResult {
    const { translator, choice } = this;
    const isOwn = typeof choice.span !== "number";
    return html`<form
        class="filters"
        role="search"
        aria-label=${translator.say("filter.label")}
        @submit=${(event: Event) => event.preventDefault()}
      >
        <label
          ><span>${translator.say("statistics.span")}</span>
          <select data-filter="span" @change=${this.#takeSpan}>
            ${spans.map(
              (count) =>
                html`<option value=${count} ?selected=${count === choice.span}>
                  ${translator.say("statistics.span.days", { count })}
                </option>`,
            )}
            <option value="own" ?selected=${isOwn}>${translator.say("statistics.span.own")}</option>
          </select>
        </label>
        ${isOwn ? html`${this.#day("since")} ${this.#day("until")}` : nothing} ${this.#by()}
        ${this.sites.length > 1 || choice.site ? this.#site() : nothing}
      </form>
      <p class="problem" role="alert">${this.#problem}</p>`;
  }

  #day(name: keyof OwnDates): TemplateResult {
    return html`<label class="written"
      ><span>${this.translator.say(`statistics.${name}`)}</span>
      <input
        type="date"
        data-filter=${name}
        .value=${datesOf(this.choice.span, new Date(Date.now()))[name]}
        @change=${this.#takeDates}
      />
    </label>`;
  }

  #by(): TemplateResult {
    const { translator, choice } = this;
    const mayBeHour = mayBeByHour(choice.span, new Date(Date.now()));
    return html`<label
      ><span>${translator.say("statistics.by")}</span>
      <select
        data-filter="by"
        @change=${(event: Event) =>
          this.onChoice({ ...this.choice, by: valueOf(event) === "hour" ? "hour" : "day" })}
      >
        <option value="day" ?selected=${choice.by === "day" || !mayBeHour}>
          ${translator.say("statistics.by.day")}
        </option>
        <option value="hour" ?selected=${choice.by === "hour" && mayBeHour} ?disabled=${!mayBeHour}>
          ${translator.say("statistics.by.hour")}
        </option>
      </select>
    </label>`;
  }

  #site(): TemplateResult {
    const { translator, sites } = this;
    const { site = "", ...others } = this.choice;
    return html`<label class=${site ? "chosen" : ""}
      ><span>${translator.say("filter.site")}</span>
      <select
        data-filter="site"
        @change=${(event: Event) => {
          const value = valueOf(event);
          this.onChoice(value ? { ...others, site: value } : others);
        }}
      >
        <option value="" ?selected=${site === ""}>${translator.say("filter.site.all")}</option>
        ${sites.map((one) => html`<option value=${one} ?selected=${one === site}>${one}</option>`)}
      </select>
    </label>`;
  }

  /** Dates of one's own begin with those that were looked at. */
  readonly #takeSpan = (event: Event): void => {
    const value = valueOf(event);
    const span =
      value === "own" ? datesOf(this.choice.span, new Date(Date.now())) : (Number(value) as Span);
    this.#refuse("");
    this.onChoice({ ...this.choice, span });
  };

  readonly #takeDates = (): void => {
    const read = (name: keyof OwnDates) =>
      this.querySelector<HTMLInputElement>(`[data-filter=${name}]`)?.value ?? "";
    const dates = { since: read("since"), until: read("until") };
    // A date that is still being typed is none.
    if (!dates.since || !dates.until) return;
    if (isPossible(dates)) {
      this.#refuse("");
      this.onChoice({ ...this.choice, span: dates });
    } else if (daysIn(dates) > daysMax)
      this.#refuse(this.translator.say("statistics.long_span", { count: daysMax }));
    else this.#refuse(this.translator.say("statistics.bad_span"));
  };

  #refuse(problem: string): void {
    this.#problem = problem;
    this.requestUpdate();
  }
}

function valueOf(event: Event): string {
  return (event.target as HTMLSelectElement).value;
}
