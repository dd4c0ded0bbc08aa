// Tries a version on the comments of the last days, and tells how far that is.

import { html, nothing, type TemplateResult } from "lit";

import type { Backtest } from "../shared/rules-types.ts";
import { backtestReport } from "./backtest-report.ts";
import { errorText } from "./error-text.ts";
import { RulesPart } from "./rules-part.ts";
import { backtestDays } from "./rules-work.ts";
import { versionSelect } from "./version-select.ts";

const daysMax = 3_650;

export class RulesBacktest extends RulesPart {
  #version: string | undefined;
  #against: string | undefined;
  #isBusy = false;
  #problem = "";

  protected override render(): TemplateResult {
    const { translator, work } = this;
    const { latest, isRunning, error } = work.run;
    return html`<h3>${translator.say("backtest.heading")}</h3>
      <p class="muted">${translator.say("backtest.note")}</p>
      ${work.mayBacktest ? this.#form(isRunning) : nothing}
      ${isRunning ? this.#progress(latest?.progress) : nothing}
      ${error === undefined
        ? nothing
        : html`<p class="problem" role="alert">${errorText(translator, error)}</p>`}
      ${latest?.state === "failed"
        ? html`<p class="problem" role="alert">${translator.say("backtest.failed")}</p>`
        : nothing}
      ${latest?.report ? backtestReport(translator, latest, latest.report) : nothing}`;
  }

  #form(isRunning: boolean): TemplateResult {
    const { translator, work } = this;
    const choose = (name: "version" | "against") =>
      versionSelect({
        ...{ translator, work, name, label: translator.say(`backtest.${name}`) },
        value: this.#chosen(name),
        onChoose: (version) => {
          if (name === "version") this.#version = version;
          else this.#against = version;
          this.requestUpdate();
        },
      });
    return html`<form class="fields" @submit=${this.#start}>
      ${choose("version")} ${choose("against")}
      <label class="field days"
        ><span>${translator.say("backtest.days")}</span>
        <input type="number" name="days" min="1" max=${daysMax} value=${backtestDays} required />
      </label>
      <button type="submit" class="primary" aria-disabled=${isRunning || this.#isBusy}>
        ${translator.say("backtest.start")}
      </button>
      <p class="problem" role="alert">${this.#problem}</p>
    </form>`;
  }

  /** What one has opened is tried, on what is in force. */
  #chosen(name: "version" | "against"): string {
    const { list, draft } = this.work;
    const active = list?.active ?? "";
    if (name === "against") return this.#against ?? active;
    const newest = list?.versions[0]?.version ?? active;
    const open = draft?.base.version;
    return this.#version ?? (open && open !== active ? open : newest);
  }

  #progress(progress: Backtest["progress"]): TemplateResult {
    const { translator } = this;
    const { done = 0, of = 0 } = progress ?? {};
    return html`<div class="progress">
      <p role="status">${translator.say("backtest.running")}</p>
      ${of > 0
        ? html`<progress
              max=${of}
              .value=${done}
              aria-label=${translator.say("backtest.running")}
            ></progress>
            <span class="muted">${translator.say("backtest.progress", { done, of })}</span>`
        : html`<progress aria-label=${translator.say("backtest.running")}></progress>`}
    </div>`;
  }

  readonly #start = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { work, translator } = this;
    if (this.#isBusy || work.run.isRunning) return;
    const days = Number(this.querySelector<HTMLInputElement>("[name=days]")?.value);
    this.#isBusy = true;
    this.#problem = "";
    this.requestUpdate();
    try {
      await work.run.start({
        ...{ version: this.#chosen("version"), against: this.#chosen("against"), days },
      });
    } catch (error) {
      this.#problem = errorText(translator, error);
    }
    this.#isBusy = false;
    this.requestUpdate();
  };
}
