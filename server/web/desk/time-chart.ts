// A drawing over time, with what it says in a sentence and all of it in a table.

import { html, nothing, svg, type PropertyValues, type TemplateResult } from "lit";

import type { Bucket, Measure, Statistics } from "../shared/statistics-api.ts";
import type { ChartLine } from "./chart-options.ts";
import { LightElement } from "./light-element.ts";
import type { Drawing } from "./line-drawing.ts";
import type { DeskTranslator } from "./messages.ts";
import { bucketText } from "./statistics-text.ts";

const height = 260;

/**
 * Colours that people who are colour-blind tell apart, on light and on dark; dashes for those who
 * see none, and for print.
 */
const looks: Readonly<Record<Measure, Omit<ChartLine, "name">>> = {
  submitted: { colour: "--chart-submitted", dash: [], width: 2.5 },
  published: { colour: "--chart-published", dash: [9, 4], width: 2 },
  held: { colour: "--chart-held", dash: [2, 4], width: 2.5 },
  spam: { colour: "--chart-spam", dash: [12, 4, 2, 4], width: 2 },
  rejected: { colour: "--chart-rejected", dash: [5, 3], width: 2 },
  decided: { colour: "--chart-decided", dash: [], width: 2 },
};

/** Properties: `translator`, `heading`, `summary`, `statistics`, `measures`, `asBars`. */
export class TimeChart extends LightElement {
  static override properties = {
    translator: { attribute: false },
    heading: { attribute: false },
    summary: { attribute: false },
    statistics: { attribute: false },
    measures: { attribute: false },
    asBars: { attribute: false },
  };

  declare translator: DeskTranslator;
  declare heading: string;
  declare summary: string;
  declare statistics: Pick<Statistics, "series" | "by">;
  declare measures: readonly Measure[];
  declare asBars: boolean;

  readonly #hidden = new Set<string>();
  readonly #scheme = globalThis.matchMedia?.("(prefers-color-scheme: dark)");
  readonly #watchTheme = new MutationObserver(() => void this.#draw());
  #resizing: ResizeObserver | undefined;
  #drawing: Drawing | undefined;
  #drawn = 0;
  #hasFailed = false;
  #isTableOpen = false;
  #cursor: number | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#scheme?.addEventListener("change", this.#redraw);
    this.#watchTheme.observe(document.documentElement, { attributes: true });
    if (this.hasUpdated) void this.#draw();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#scheme?.removeEventListener("change", this.#redraw);
    this.#watchTheme.disconnect();
    this.#resizing?.disconnect();
    this.#drawing?.remove();
    this.#drawing = undefined;
    ++this.#drawn;
  }

  protected override render(): TemplateResult {
    const { translator } = this;
    return html`<figure class="chart">
      <figcaption>
        <h3>${this.heading}</h3>
        <p>${this.summary}</p>
      </figcaption>
      ${this.measures.length > 1 ? this.#legend() : nothing}
      ${this.#hasFailed
        ? html`<p class="problem" role="alert">${translator.say("chart.failed")}</p>`
        : html`<div class="plot" dir="ltr" role="img" aria-label=${this.heading}></div>`}
      <p class="readout" aria-hidden="true">${this.#readout()}</p>
      ${this.#table()}
    </figure>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("statistics") || changed.has("measures")) void this.#draw();
  }

  #nameOf(measure: Measure): string {
    return this.translator.say(`measure.${measure}`);
  }

  #legend(): TemplateResult {
    return html`<div class="legend" role="group" aria-label=${this.translator.say("chart.lines")}>
      ${this.measures.map((measure, i) => {
        const { colour, dash, width } = looks[measure];
        return html`<button
          type="button"
          class="link"
          data-line=${measure}
          aria-pressed=${!this.#hidden.has(measure)}
          @click=${() => this.#toggle(measure, i)}
        >
          <svg class=${colour.slice(2)} viewBox="0 0 36 8" width="36" height="8" aria-hidden="true">
            ${svg`<line x1="1" y1="4" x2="35" y2="4" stroke-width=${width}
              stroke-dasharray=${dash.join(" ")}></line>`}
          </svg>
          ${this.#nameOf(measure)}
        </button>`;
      })}
    </div>`;
  }

  /** What stands where the pointer is. */
  #readout(): string {
    const bucket = this.#cursor === undefined ? undefined : this.statistics.series[this.#cursor];
    if (!bucket) return "\u00a0";
    const { translator } = this;
    const parts = this.measures
      .filter((measure) => !this.#hidden.has(measure))
      .map((measure) =>
        translator.say("chart.point", { name: this.#nameOf(measure), count: bucket[measure] }),
      );
    const time = bucketText(bucket.at, this.statistics.by, translator.language);
    return [time, ...parts].join(" · ");
  }

  /** Its rows are made when somebody opens it. */
  #table(): TemplateResult {
    const { translator } = this;
    return html`<details
      ?open=${this.#hasFailed || this.#isTableOpen}
      @toggle=${(event: Event) => {
        this.#isTableOpen = (event.target as HTMLDetailsElement).open;
        this.requestUpdate();
      }}
    >
      <summary>${translator.say("chart.table")}</summary>
      ${this.#isTableOpen || this.#hasFailed
        ? html`<div class="scrolling" tabindex="0" role="region" aria-label=${this.heading}>
            <table class="numbers">
              <thead>
                <tr>
                  <th scope="col">${translator.say("chart.time")}</th>
                  ${this.measures.map(
                    (measure) => html`<th scope="col">${this.#nameOf(measure)}</th>`,
                  )}
                </tr>
              </thead>
              <tbody>
                ${this.statistics.series.map((bucket) => this.#row(bucket))}
              </tbody>
            </table>
          </div>`
        : nothing}
    </details>`;
  }

  #row(bucket: Bucket): TemplateResult {
    const { language } = this.translator;
    const number = new Intl.NumberFormat(language);
    return html`<tr>
      <th scope="row">${bucketText(bucket.at, this.statistics.by, language)}</th>
      ${this.measures.map((measure) => html`<td>${number.format(bucket[measure])}</td>`)}
    </tr>`;
  }

  #toggle(measure: Measure, index: number): void {
    const isShown = this.#hidden.delete(measure);
    if (!isShown) this.#hidden.add(measure);
    this.#drawing?.show(index, isShown);
    this.requestUpdate();
  }

  readonly #redraw = (): void => void this.#draw();

  /** Anew: colours are taken from the page when it begins. */
  async #draw(): Promise<void> {
    const drawn = ++this.#drawn;
    try {
      const { drawLines } = await import("./line-drawing.ts");
      const place = this.querySelector<HTMLElement>(".plot");
      if (drawn !== this.#drawn || !place) return;
      this.#drawing?.remove();
      this.#cursor = undefined;
      this.#drawing = drawLines(this.#needs(place.clientWidth), place);
      this.#followSize(place);
    } catch {
      this.#hasFailed = true;
      this.requestUpdate();
    }
  }

  #needs(width: number) {
    const { series, by } = this.statistics;
    const style = getComputedStyle(this);
    return {
      lines: this.measures.map((name) => ({ name, ...looks[name] })),
      times: series.map(({ at }) => Date.parse(at) / 1_000),
      values: this.measures.map((measure) => series.map((bucket) => bucket[measure])),
      look: {
        language: this.translator.language,
        by,
        colourOf: (property: string) => style.getPropertyValue(property).trim() || "#808080",
        font: `12px ${style.fontFamily || "sans-serif"}`,
      },
      asBars: this.asBars,
      size: { width: width || 300, height },
      hidden: this.#hidden,
      onCursor: (index: number | undefined) => {
        if (index === this.#cursor) return;
        this.#cursor = index;
        this.requestUpdate();
      },
    };
  }

  #followSize(place: HTMLElement): void {
    this.#resizing?.disconnect();
    if (!globalThis.ResizeObserver) return;
    this.#resizing = new ResizeObserver(() => {
      if (place.clientWidth > 0) this.#drawing?.resize(place.clientWidth);
    });
    this.#resizing.observe(place);
  }
}
