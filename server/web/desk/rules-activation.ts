// Puts a version in force, after one has seen what that changes.

import { html, type TemplateResult } from "lit";

import type { RulesNote } from "../shared/rules-types.ts";
import { errorText } from "./error-text.ts";
import type { DeskTranslator } from "./messages.ts";
import { RulesPart } from "./rules-part.ts";
import type { RulesWork } from "./rules-work.ts";

export type ActivationKind = "activate" | "roll_back";

export function openActivation(
  work: RulesWork,
  translator: DeskTranslator,
  target: RulesNote | undefined,
  kind: ActivationKind = "activate",
): void {
  if (!target) return;
  work.sheets.open({
    className: "activation",
    heading: translator.say(`rules.${kind}.heading`),
    content: (close) => html`<rejoinder-rules-activation
      .translator=${translator}
      .work=${work}
      .target=${target}
      .kind=${kind}
      .onClose=${close}
    ></rejoinder-rules-activation>`,
  });
}

/** Properties: `translator`, `work`, `target`, `kind`, `onClose`. */
export class RulesActivation extends RulesPart {
  static override properties = {
    ...RulesPart.properties,
    target: { attribute: false },
    kind: { attribute: false },
    onClose: { attribute: false },
  };

  declare target: RulesNote;
  declare kind: ActivationKind;
  declare onClose: () => void;

  #isBusy = false;
  #problem = "";

  protected override render(): TemplateResult {
    const { translator, work, target, kind } = this;
    const { version } = target;
    const note = target.note || translator.say("rules.no_note");
    return html`<p>${translator.say("rules.activate.what", { version, note })}</p>
      <rejoinder-rules-differences
        .translator=${translator}
        .work=${work}
        .from=${work.inForce?.version ?? version}
        .to=${version}
      ></rejoinder-rules-differences>
      <form @submit=${this.#submit}>
        <label class="field"
          ><span>${translator.say("rules.activate.note")}</span>
          <input name="note" maxlength="250" autocomplete="off" dir="auto" />
        </label>
        <p class="problem" role="alert">${this.#problem}</p>
        <div class="sheet-actions">
          <button type="submit" class="primary" aria-disabled=${this.#isBusy}>
            ${translator.say(`rules.${kind}.submit`)}
          </button>
          <button type="button" class="quiet" @click=${this.onClose}>
            ${translator.say("rules.cancel")}
          </button>
        </div>
      </form>`;
  }

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (this.#isBusy) return;
    this.#isBusy = true;
    this.#problem = "";
    this.requestUpdate();
    const { work, translator, target } = this;
    const note = this.querySelector<HTMLInputElement>("[name=note]")?.value.trim() ?? "";
    try {
      await work.activate(target.version, note);
      work.tell(translator.say("rules.activate.done", { version: target.version }));
      this.onClose();
    } catch (error) {
      this.#problem = errorText(translator, error);
    }
    this.#isBusy = false;
    this.requestUpdate();
  };
}
