// What the parts of the rules' page have in common: they show one work, and follow it.

import type { PropertyValues } from "lit";

import { LightElement } from "./light-element.ts";
import type { DeskTranslator } from "./messages.ts";
import type { RulesWork } from "./rules-work.ts";

/** Properties: `translator`, `work`. */
export class RulesPart extends LightElement {
  static override properties = {
    translator: { attribute: false },
    work: { attribute: false },
  };

  declare translator: DeskTranslator;
  declare work: RulesWork;

  #end: (() => void) | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("work") && this.#end) return;
    this.#end?.();
    this.#end = this.work.listen(() => this.requestUpdate());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#end?.();
    this.#end = undefined;
  }
}
