// The statistics: how much is written, what becomes of it, how well filters and people agree.

import { html, type TemplateResult } from "lit";

import {
  StatisticsApi,
  statisticsDownload,
  type Measure,
  type Statistics,
} from "../shared/statistics-api.ts";
import { define } from "./light-element.ts";
import { Loading } from "./loading.ts";
import { PageElement } from "./page-element.ts";
import { statisticsFilterOf, usualChoice, type StatisticsChoice } from "./statistics-choice.ts";
import { StatisticsControls } from "./statistics-controls.ts";
import {
  agreementText,
  moderatorTable,
  numbersInShort,
  reasonTable,
} from "./statistics-tables.ts";
import { commentsSummary, decidedSummary } from "./statistics-text.ts";
import { TimeChart } from "./time-chart.ts";

const commentMeasures: readonly Measure[] = ["submitted", "published", "held", "spam", "rejected"];
const decisionMeasures: readonly Measure[] = ["decided"];

/** Properties: those of every page. */
export class StatisticsPage extends PageElement {
  #choice: StatisticsChoice = usualChoice;
  readonly #statistics = new Loading<Statistics>(this, () =>
    this.signIn.guard(() => new StatisticsApi(this.api.call).statistics(this.#filter)),
  );

  override firstUpdated(): void {
    void this.#statistics.load();
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.get("suspended") === true && !this.suspended && this.#statistics.hasFailed)
      void this.#statistics.load();
  }

  protected override render(): TemplateResult {
    const { translator } = this;
    return html`<div class="office statistics">
      <h2>${translator.say("page.statistics")}</h2>
      <rejoinder-statistics-controls
        .translator=${translator}
        .choice=${this.#choice}
        .sites=${this.signIn.sites}
        .onChoice=${(choice: StatisticsChoice) => {
          this.#choice = choice;
          void this.#statistics.load();
        }}
      ></rejoinder-statistics-controls>
      <div class="page-tools">
        <p role="status" class="muted">
          ${this.#statistics.isBusy && this.#statistics.value ? translator.say("desk.loading") : ""}
        </p>
        <p>
          <a href=${statisticsDownload(this.#filter)} download>
            ${translator.say("statistics.csv")}
          </a>
        </p>
      </div>
      ${this.#statistics.show(translator, (statistics) => this.#show(statistics))}
    </div>`;
  }

  get #filter() {
    return statisticsFilterOf(this.#choice, new Date(Date.now()));
  }

  #show(statistics: Statistics): TemplateResult {
    const { translator } = this;
    const { by, reasons, moderators, agreement } = statistics;
    return html`${numbersInShort(statistics, translator)}
      <rejoinder-time-chart
        .translator=${translator}
        .heading=${translator.say("chart.comments")}
        .summary=${commentsSummary(statistics, translator)}
        .statistics=${statistics}
        .measures=${commentMeasures}
        .asBars=${false}
      ></rejoinder-time-chart>
      <rejoinder-time-chart
        .translator=${translator}
        .heading=${translator.say(`chart.decided.${by}`)}
        .summary=${decidedSummary(statistics, translator)}
        .statistics=${statistics}
        .measures=${decisionMeasures}
        .asBars=${true}
      ></rejoinder-time-chart>
      <section class="wide" aria-labelledby="reasons-heading">
        <h3 id="reasons-heading">${translator.say("reasons.heading")}</h3>
        <p class="muted">${translator.say("reasons.note")}</p>
        ${reasonTable(reasons, translator)}
      </section>
      <section class="wide" aria-labelledby="moderators-heading">
        <h3 id="moderators-heading">${translator.say("moderators.heading")}</h3>
        <p class="muted">${agreementText(agreement, translator)}</p>
        ${moderatorTable(moderators, translator)}
      </section>`;
  }
}

/** Idempotent. */
export function defineElements(): void {
  define("rejoinder-time-chart", TimeChart);
  define("rejoinder-statistics-controls", StatisticsControls);
  define("rejoinder-statistics-page", StatisticsPage);
}
