// Which rules are in force, since when, by whom, and what they only try.

import { html, nothing, type TemplateResult } from "lit";

import type { ReasonStatistics, Rules } from "../shared/rules-types.ts";
import { reasonName } from "./messages.ts";
import { openActivation } from "./rules-activation.ts";
import { RulesPart } from "./rules-part.ts";
import { silentIn, type SilentRules } from "./silent-rules.ts";
import { when } from "./when.ts";

const day = 86_400_000;
const daysLookedAt = 30;

export class RulesInForce extends RulesPart {
  #rules: Rules | undefined;
  #loading: string | undefined;
  #statistics: readonly ReasonStatistics[] = [];

  protected override render(): TemplateResult | typeof nothing {
    const { translator, work } = this;
    const { inForce, list } = work;
    if (!inForce || !list) return nothing;
    void this.#load(inForce.version);
    const mayRollBack = work.mayChange && list.master === "desk" && work.previous;
    return html`<section class="in-force" aria-labelledby="in-force-heading">
      <h3 id="in-force-heading">${translator.say("rules.in_force")}</h3>
      <p class="version-line">
        <code>${inForce.version}</code>
        <bdi>${inForce.note || translator.say("rules.no_note")}</bdi>
        <span class="muted">${this.#since(inForce)}</span>
        ${mayRollBack
          ? html`<button
              type="button"
              class="quiet"
              data-roll-back
              @click=${() => openActivation(work, translator, work.previous, "roll_back")}
            >
              ${translator.say("rules.roll_back")}
            </button>`
          : nothing}
      </p>
      ${list.master === "file"
        ? html`<p class="hint">${translator.say("rules.file_master")}</p>`
        : nothing}
      ${this.#rules ? this.#silent(silentIn(this.#rules)) : nothing}
    </section>`;
  }

  #since({ at, by }: { at: string; by: string }): unknown {
    // The sentence's own order of words, with the time as an element.
    const [before, after] = this.translator.say("rules.since", { by }).split("{time}");
    return html`${before}${when(at, this.translator)}${after}`;
  }

  #silent({ reasons, lists, overrides }: SilentRules): TemplateResult {
    const { translator, work } = this;
    if (reasons.length + lists.length + overrides.length === 0)
      return html`<p class="muted">${translator.say("rules.silent.none")}</p>`;
    const name = (reason: string) => reasonName(translator, reason);
    return html`<h4>${translator.say("rules.silent")}</h4>
      <ul class="silent">
        ${reasons.map((reason) => html`<li>${name(reason)} ${this.#found(reason)}</li>`)}
        ${lists.map((file) => html`<li>${translator.say("rules.silent.list", { file })}</li>`)}
        ${overrides.map(({ name: where, reason }) => {
          const values = { reason: name(reason), name: where };
          return html`<li>${translator.say("rules.silent.override", values)}</li>`;
        })}
      </ul>
      ${work.mayChange
        ? html`<button type="button" class="quiet" data-try @click=${() => void work.tryWithSay()}>
            ${translator.say("rules.silent.try")}
          </button>`
        : nothing}`;
  }

  /** What it would have been right about. */
  #found(reason: string): TemplateResult {
    const { translator } = this;
    const found = this.#statistics.find((one) => one.reason === reason);
    const values = found && { ...found, count: found.comments };
    return html`${values
        ? html`<span class="muted">
            ${translator.say("rules.silent.found", {
              count: values.count,
              decided: values.decided,
              refused: values.refused,
            })}
          </span>`
        : nothing}
      <a href="?state=all&reason=${reason}">${translator.say("rules.silent.comments")}</a>`;
  }

  async #load(version: string): Promise<void> {
    if (this.#loading === version) return;
    this.#loading = version;
    try {
      this.#rules = await this.work.rulesOf(version);
      this.requestUpdate();
      const isoDay = (ms: number) => new Date(ms).toISOString().slice(0, 10);
      const [since, until] = [isoDay(Date.now() - daysLookedAt * day), isoDay(Date.now() + day)];
      if (silentIn(this.#rules).reasons.length === 0) return;
      this.#statistics = await this.work.guard(() => this.work.api.reasons(since, until));
    } catch {
      // It is what one would like to know besides: without it, it is not said.
      this.#loading = undefined;
    }
    this.requestUpdate();
  }
}
