// What leads from one version of the rules to another, in a form that people read.

import { html, nothing, type PropertyValues, type TemplateResult } from "lit";

import type { Json, RulesDifferences as Found } from "../shared/rules-types.ts";
import { errorText } from "./error-text.ts";
import { RulesPart } from "./rules-part.ts";

const entriesShown = 50;

/** Properties: `translator`, `work`, `from`, `to`: versions. */
export class RulesDifferences extends RulesPart {
  static override properties = {
    ...RulesPart.properties,
    from: { attribute: false },
    to: { attribute: false },
  };

  declare from: string;
  declare to: string;

  #found: Found | undefined;
  #error: unknown;

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has("from") || changed.has("to")) void this.#load(this.from, this.to);
  }

  protected override render(): TemplateResult {
    const { translator } = this;
    if (this.#error !== undefined)
      return html`<p class="problem">${errorText(translator, this.#error)}</p>`;
    if (!this.#found) return html`<p class="muted">${translator.say("desk.loading")}</p>`;
    const { keys, lists } = this.#found;
    if (keys.length + lists.length === 0)
      return html`<p class="muted">${translator.say("rules.diff.none")}</p>`;
    return html`${keys.length > 0 ? this.#keys(keys) : nothing}
    ${lists.map((list) => this.#list(list))}`;
  }

  #keys(keys: Found["keys"]): TemplateResult {
    const { translator } = this;
    return html`<table class="differences">
      <caption class="unseen">
        ${translator.say("rules.diff.keys")}
      </caption>
      <thead>
        <tr>
          <th scope="col">${translator.say("rules.diff.key")}</th>
          <th scope="col">${translator.say("rules.diff.before")}</th>
          <th scope="col">${translator.say("rules.diff.after")}</th>
        </tr>
      </thead>
      <tbody>
        ${keys.map(
          ({ path, before, after }) =>
            html`<tr>
              <th scope="row" dir="ltr">${path}</th>
              <td class="removed">${this.#value(before)}</td>
              <td class="added">${this.#value(after)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }

  #value(value: Json): TemplateResult {
    return value === null
      ? html`<span class="muted">${this.translator.say("rules.diff.unsaid")}</span>`
      : html`<code dir="ltr">${typeof value === "string" ? value : JSON.stringify(value)}</code>`;
  }

  #list({ name, removed, added }: Found["lists"][number]): TemplateResult {
    return html`<section class="list-difference">
      <h4 dir="ltr">${name}</h4>
      ${this.#entries("removed", removed)} ${this.#entries("added", added)}
    </section>`;
  }

  #entries(kind: "removed" | "added", entries: readonly string[]): TemplateResult | typeof nothing {
    const { translator } = this;
    const count = entries.length;
    if (count === 0) return nothing;
    const more = count - entriesShown;
    return html`<p>${translator.say(`rules.diff.${kind}`, { count })}</p>
      <ul class=${kind}>
        ${entries.slice(0, entriesShown).map((entry) => html`<li dir="auto">${entry}</li>`)}
        ${more > 0
          ? html`<li class="muted">${translator.say("rules.diff.more", { count: more })}</li>`
          : nothing}
      </ul>`;
  }

  async #load(from: string, to: string): Promise<void> {
    this.#found = undefined;
    this.#error = undefined;
    const isWanted = () => from === this.from && to === this.to;
    try {
      const found = await this.work.guard(() => this.work.api.differences(from, to));
      if (isWanted()) this.#found = found;
    } catch (error) {
      if (isWanted()) this.#error = error;
    }
    this.requestUpdate();
  }
}
