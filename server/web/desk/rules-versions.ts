// The versions that are kept, compared with each other, and put in force.

import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";

import type { RulesNote } from "../shared/rules-types.ts";
import { openActivation } from "./rules-activation.ts";
import { openVersion } from "./rules-questions.ts";
import { RulesPart } from "./rules-part.ts";
import { versionSelect } from "./version-select.ts";
import { when } from "./when.ts";

export class RulesVersions extends RulesPart {
  #from: string | undefined;
  #to: string | undefined;

  protected override render(): TemplateResult {
    const { translator, work } = this;
    const { versions = [], activations = [] } = work.list ?? {};
    return html`<h3 class="unseen">${translator.say("rules.versions.label")}</h3>
      <ul class="versions">
        ${repeat(versions, ({ version }) => version, (note) => this.#version(note))}
      </ul>
      <section>
        <h3>${translator.say("rules.compare")}</h3>
        <div class="fields">${this.#select("from")} ${this.#select("to")}</div>
        <div data-differences tabindex="-1">
          <rejoinder-rules-differences
            .translator=${translator}
            .work=${work}
            .from=${this.#chosen("from")}
            .to=${this.#chosen("to")}
          ></rejoinder-rules-differences>
        </div>
      </section>
      <section>
        <h3>${translator.say("rules.history")}</h3>
        <ol class="activations">
          ${activations.map(
            (note) =>
              html`<li>
                <code>${note.version}</code> <bdi>${note.note}</bdi> ${this.#byWhom(note)}
              </li>`,
          )}
        </ol>
      </section>`;
  }

  #version(note: RulesNote): TemplateResult {
    const { translator, work } = this;
    const { version } = note;
    const isActive = version === work.list?.active;
    const mayActivate = work.mayChange && work.list?.master === "desk" && !isActive;
    return html`<li data-version=${version}>
      <p>
        <code>${version}</code>
        ${isActive
          ? html`<strong class="badge">${translator.say("rules.in_force")}</strong>`
          : nothing}
        <bdi>${note.note || translator.say("rules.no_note")}</bdi>
        ${this.#byWhom(note)}
      </p>
      <p class="version-actions">
        <button
          type="button"
          class="link"
          data-open
          aria-label=${translator.say("rules.open.label", { version })}
          @click=${() => void openVersion(work, translator, version)}
        >
          ${translator.say("rules.open")}
        </button>
        ${isActive
          ? nothing
          : html`<button
              type="button"
              class="link"
              data-compare
              aria-label=${translator.say("rules.compare.label", { version })}
              @click=${() => void this.#compare(version)}
            >
              ${translator.say("rules.compare.with")}
            </button>`}
        ${mayActivate
          ? html`<button
              type="button"
              class="link"
              data-activate
              aria-label=${translator.say("rules.activate.label", { version })}
              @click=${() => openActivation(work, translator, note)}
            >
              ${translator.say("rules.activate")}
            </button>`
          : nothing}
      </p>
    </li>`;
  }

  #byWhom({ by, at }: RulesNote): TemplateResult {
    const { translator } = this;
    return html`<span class="muted"><bdi>${by}</bdi>, ${when(at, translator)}</span>`;
  }

  #select(name: "from" | "to"): TemplateResult {
    const { translator, work } = this;
    return versionSelect({
      ...{ translator, work, name },
      label: translator.say(`rules.compare.${name}`),
      value: this.#chosen(name),
      onChoose: (version) => {
        if (name === "from") this.#from = version;
        else this.#to = version;
        this.requestUpdate();
      },
    });
  }

  /** At first, what was in force before and what is now. */
  #chosen(name: "from" | "to"): string {
    const { work } = this;
    const active = work.list?.active ?? "";
    if (name === "to") return this.#to ?? active;
    return this.#from ?? work.previous?.version ?? active;
  }

  async #compare(version: string): Promise<void> {
    this.#from = this.work.list?.active ?? version;
    this.#to = version;
    this.requestUpdate();
    await this.updateComplete;
    const differences = this.querySelector<HTMLElement>("[data-differences]");
    differences?.focus();
    differences?.scrollIntoView({ block: "nearest" });
  }
}
