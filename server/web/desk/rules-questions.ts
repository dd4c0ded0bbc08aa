// What is asked before something that was changed is given up.

import { html } from "lit";

import type { DeskTranslator } from "./messages.ts";
import type { RulesWork } from "./rules-work.ts";

/** True when it may be given up, or there is nothing to give up. */
export function mayDiscard(work: RulesWork, translator: DeskTranslator): Promise<boolean> {
  const { draft } = work;
  if (!draft?.isChanged) return Promise.resolve(true);
  const { version } = draft.base;
  return new Promise((resolve) => {
    let isSure = false;
    work.sheets.open({
      className: "question",
      heading: translator.say("rules.discard.heading"),
      onClosed: () => resolve(isSure),
      content: (close) => html`<p>${translator.say("rules.discard.text", { version })}</p>
        <div class="sheet-actions">
          <button
            type="button"
            class="primary"
            data-confirm
            @click=${() => {
              isSure = true;
              close();
            }}
          >
            ${translator.say("rules.discard.submit")}
          </button>
          <button type="button" class="quiet" data-first @click=${close}>
            ${translator.say("rules.cancel")}
          </button>
        </div>`,
    });
  });
}

/** Opens it where rules are looked at and changed. */
export async function openVersion(
  work: RulesWork,
  translator: DeskTranslator,
  version: string,
): Promise<void> {
  const isOpen = work.draft?.base.version === version;
  if (!isOpen && !(await mayDiscard(work, translator))) return;
  try {
    if (!isOpen) await work.open(version);
    work.show("edit");
  } catch (error) {
    work.tellProblem(error);
  }
}
