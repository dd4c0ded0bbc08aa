// Chooses one of the kept versions.

import { html, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";

import type { RulesNote } from "../shared/rules-types.ts";
import type { DeskTranslator } from "./messages.ts";
import type { RulesWork } from "./rules-work.ts";
import { whenText } from "./when.ts";

export interface VersionSelectNeeds {
  translator: DeskTranslator;
  work: RulesWork;
  name: string;
  label: string;
  value: string;
  /** What else can be chosen, before the versions. */
  others?: readonly { value: string; text: string }[];
  onChoose: (version: string) => void;
}

export function versionSelect(needs: VersionSelectNeeds): TemplateResult {
  const { translator, work, name, label, value, others = [], onChoose } = needs;
  const versions = (work.list?.versions ?? []).map((note) => ({
    value: note.version,
    text: versionName(translator, work, note),
  }));
  return html`<label class="field"
    ><span>${label}</span>
    <select
      name=${name}
      .value=${live(value)}
      @change=${({ target }: Event) => {
        const { value: chosen } = target as HTMLSelectElement;
        onChoose(chosen);
      }}
    >
      ${[...others, ...versions].map(
        (one) =>
          html`<option value=${one.value} ?selected=${one.value === value}>${one.text}</option>`,
      )}
    </select>
  </label>`;
}

/** "aaaaaaaaaaaa – election night – 5 minutes ago (in force)" */
function versionName(translator: DeskTranslator, work: RulesWork, note: RulesNote): string {
  const parts = [note.version, note.note, whenText(note.at, translator)].filter(Boolean);
  const name = parts.join(" – ");
  return note.version === work.list?.active
    ? translator.say("rules.version.in_force", { name })
    : name;
}
