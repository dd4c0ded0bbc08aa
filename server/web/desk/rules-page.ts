// The rules: what is in force, what was, and what shall be.

import { html, type TemplateResult } from "lit";

import { define, LightElement } from "./light-element.ts";
import type { DeskTranslator } from "./messages.ts";

/** Properties: those of every page. */
export class RulesPage extends LightElement {
  static override properties = { translator: { attribute: false } };

  declare translator: DeskTranslator;

  protected override render(): TemplateResult {
    return html`<h2>${this.translator.say("page.rules")}</h2>`;
  }
}

/** Idempotent. */
export function defineElements(): void {
  define("rejoinder-rules-page", RulesPage);
}
