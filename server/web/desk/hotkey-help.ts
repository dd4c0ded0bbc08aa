// All keys, on one sheet.

import { html, type TemplateResult } from "lit";

import { LightElement } from "./light-element.ts";
import type { DeskTranslator, MessageKey } from "./messages.ts";
import type { Page } from "./pages.ts";

const rows: readonly [MessageKey, readonly string[]][] = [
  ["help.move", ["j", "k"]],
  ["help.approve", ["a"]],
  ["help.reject", ["r"]],
  ["help.reject_reason", ["Shift", "r"]],
  ["help.spam", ["s"]],
  ["help.cluster", ["c"]],
  ["help.undo", ["u"]],
  ["help.select", ["x"]],
  ["help.range", ["Shift", "x"]],
  ["help.details", ["e"]],
  ["help.mask", ["m"]],
  ["help.edit", ["i"]],
  ["help.author", ["h"]],
  ["help.story", ["t"]],
  ["help.focus", ["f"]],
  ["help.blur", ["b"]],
  ["help.fresh", ["n"]],
  ["help.tabs", ["1", "2", "3", "4", "5", "6"]],
  ["help.filter", ["/"]],
  ["help.help", ["?"]],
  ["help.escape", ["Esc"]],
];

/** Properties: `translator`, `pages`, `onClose`: the key that opens it also closes it. */
export class HotkeyHelp extends LightElement {
  static override properties = {
    translator: { attribute: false },
    pages: { attribute: false },
    onClose: { attribute: false },
  };

  declare translator: DeskTranslator;
  declare pages: readonly Page[];
  declare onClose: () => void;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("keydown", this.#closeAgain);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("keydown", this.#closeAgain);
  }

  protected override render(): TemplateResult {
    const { translator } = this;
    return html`<dl>
        ${rows.map(([what, keys]) => this.#row(translator.say(what), keys))}
        ${this.pages.map(({ title, key }) => {
          const page = translator.say(title);
          return this.#row(translator.say("help.page", { page }), ["g", key]);
        })}
      </dl>
      <p class="muted">${translator.say("help.selected")}</p>`;
  }

  #row(what: string, keys: readonly string[]): TemplateResult {
    return html`<div>
      <dt>${keys.map((key) => html`<kbd>${key}</kbd>`)}</dt>
      <dd>${what}</dd>
    </div>`;
  }

  readonly #closeAgain = (event: KeyboardEvent): void => {
    if (event.key !== "?" || event.defaultPrevented) return;
    event.preventDefault();
    this.onClose();
  };
}
