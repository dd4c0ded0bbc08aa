// Which panel is open below which comment: one at a time.

import { html, nothing, type TemplateResult } from "lit";

import type { Entry } from "./discussion.ts";
import { EditPanel } from "./edit-panel.ts";
import type { PanelContext, PanelKind } from "./panel.ts";
import { ReportPanel } from "./report-panel.ts";
import { WithdrawPanel } from "./withdraw-panel.ts";

export interface PanelNeeds extends Pick<PanelContext, "api" | "translator" | "proof"> {
  /** It was done; the sentence says so. */
  onDone: (sentence: string) => void;
}

export interface OpenPanelSettings {
  context: (id: string) => PanelNeeds;
  /** Something opened; or what was open at that comment has closed: there the focus goes back. */
  onChange: (left: string | undefined) => void;
}

export class OpenPanel {
  readonly #settings: OpenPanelSettings;
  #id: string | undefined;
  #kind: PanelKind = "report";

  constructor(settings: OpenPanelSettings) {
    this.#settings = settings;
  }

  is(id: string, kind: PanelKind): boolean {
    return this.#id === id && this.#kind === kind;
  }

  /** Opens it, or closes it where it is open. */
  toggle(id: string, kind: PanelKind): void {
    if (this.is(id, kind)) return this.#close();
    this.#id = id;
    this.#kind = kind;
    this.#settings.onChange(undefined);
  }

  /** Something else takes its place. */
  forget(): void {
    this.#id = undefined;
  }

  render(entry: Entry): TemplateResult | typeof nothing {
    if (this.#id !== entry.id) return nothing;
    const { onDone, ...needs } = this.#settings.context(entry.id);
    const context: PanelContext = {
      ...needs,
      done: (sentence) => {
        onDone(sentence);
        this.#close();
      },
      cancel: () => this.#close(),
    };
    switch (this.#kind) {
      case "report":
        return html`<rejoinder-report-panel .context=${context} .entry=${entry}>
        </rejoinder-report-panel>`;
      case "edit":
        return html`<rejoinder-edit-panel .context=${context} .entry=${entry}>
        </rejoinder-edit-panel>`;
      case "withdraw":
        return html`<rejoinder-withdraw-panel .context=${context} .entry=${entry}>
        </rejoinder-withdraw-panel>`;
    }
  }

  #close(): void {
    const left = this.#id;
    this.#id = undefined;
    this.#settings.onChange(left);
  }
}

export function definePanels(): void {
  customElements.define("rejoinder-report-panel", ReportPanel);
  customElements.define("rejoinder-edit-panel", EditPanel);
  customElements.define("rejoinder-withdraw-panel", WithdrawPanel);
}
