// One setting of a rule set in the form: empty where the preset counts.

import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";

import type { Json } from "../shared/rules-types.ts";
import type { FilterField } from "./filter-fields.ts";
import type { Path } from "./json-path.ts";
import type { DeskTranslator } from "./messages.ts";
import { defaultOf } from "./rules-defaults.ts";
import type { RulesDraft } from "./rules-draft.ts";

export interface SettingContext {
  translator: DeskTranslator;
  draft: RulesDraft;
  mayChange: boolean;
  /** After each change of the draft. */
  onChange: () => void;
}

export interface Setting {
  path: Path;
  label: string;
  kind: FilterField["kind"];
  min?: number;
  max?: number;
  /** For a table, where the column says what it is. */
  isLabelHidden?: boolean;
}

export function settingField(context: SettingContext, setting: Setting): TemplateResult {
  const { path, label, kind, isLabelHidden } = setting;
  if (kind === "switch") return switchField(context, setting);
  const control = kind === "texts" ? texts(context, setting) : number(context, setting);
  const className = context.draft.at(path) === undefined ? "setting" : "setting said";
  return html`<label class=${className}
    ><span class=${isLabelHidden ? "unseen" : ""}>${label}</span>
    ${control}${problemAt(context, path)}</label
  >`;
}

function number(context: SettingContext, setting: Setting): TemplateResult {
  const { draft, mayChange, translator } = context;
  const { path, kind, min, max } = setting;
  const value = draft.at(path);
  const preset = defaultOf(draft.at(["preset"]), path) ?? 0;
  return html`<input
    type="number"
    inputmode="decimal"
    data-path=${path.join(".")}
    min=${min ?? nothing}
    max=${max ?? nothing}
    step=${kind === "whole" ? "1" : "any"}
    placeholder=${new Intl.NumberFormat(translator.language).format(Number(preset))}
    ?disabled=${!mayChange}
    aria-invalid=${isWrong(context, path)}
    .value=${live(typeof value === "number" ? String(value) : "")}
    @change=${({ target }: Event) => {
      const { value: written } = target as HTMLInputElement;
      change(context, path, written === "" ? undefined : Number(written));
    }}
  />`;
}

function texts(context: SettingContext, { path }: Setting): TemplateResult {
  const { draft, mayChange, translator } = context;
  const value = draft.at(path);
  const lines = Array.isArray(value) ? value.join("\n") : "";
  return html`<textarea
    rows="3"
    dir="auto"
    data-path=${path.join(".")}
    placeholder=${translator.say("rules.filters.texts")}
    ?disabled=${!mayChange}
    aria-invalid=${isWrong(context, path)}
    .value=${live(lines)}
    @change=${({ target }: Event) => {
      const written = (target as HTMLTextAreaElement).value.split("\n").map((one) => one.trim());
      const said = written.filter(Boolean);
      change(context, path, said.length > 0 ? said : undefined);
    }}
  ></textarea>`;
}

/** On or off: what is as the preset says need not be said. */
function switchField(context: SettingContext, setting: Setting): TemplateResult {
  const { path, label, isLabelHidden } = setting;
  const { draft, mayChange } = context;
  const preset = defaultOf(draft.at(["preset"]), path) ?? false;
  return html`<label class="setting switch ${draft.at(path) === undefined ? "" : "said"}">
    <input
      type="checkbox"
      data-path=${path.join(".")}
      ?disabled=${!mayChange}
      aria-invalid=${isWrong(context, path)}
      .checked=${live((draft.at(path) ?? preset) === true)}
      @change=${({ target }: Event) => {
        const { checked } = target as HTMLInputElement;
        change(context, path, checked === preset ? undefined : checked);
      }}
    /><span class=${isLabelHidden ? "unseen" : ""}>${label}</span>${problemAt(context, path)}</label
  >`;
}

/** What may be chosen; the first is what the preset says. */
export function choiceField(
  context: SettingContext,
  { path, label, isLabelHidden }: Omit<Setting, "kind">,
  options: readonly { value: string; text: string }[],
): TemplateResult {
  const { draft, mayChange, translator } = context;
  const said = draft.at(path);
  const value = typeof said === "string" ? said : "";
  const preset = defaultOf(draft.at(["preset"]), path) ?? options[0]?.value;
  const presetText = options.find((one) => one.value === preset)?.text ?? String(preset);
  const all = [
    { value: "", text: translator.say("rules.preset_says", { value: presetText }) },
    ...options,
    // What this desk does not know is shown, not lost.
    ...(options.some((one) => one.value === value) || !value ? [] : [{ value, text: value }]),
  ];
  return html`<label class="setting ${value ? "said" : ""}"
    ><span class=${isLabelHidden ? "unseen" : ""}>${label}</span>
    <select
      data-path=${path.join(".")}
      ?disabled=${!mayChange}
      aria-invalid=${isWrong(context, path)}
      .value=${live(value)}
      @change=${({ target }: Event) =>
        change(context, path, (target as HTMLSelectElement).value || undefined)}
    >
      ${all.map(
        (one) =>
          html`<option value=${one.value} ?selected=${one.value === value}>${one.text}</option>`,
      )}</select
    >${problemAt(context, path)}</label
  >`;
}

function change(context: SettingContext, path: Path, value: Json | undefined): void {
  context.draft.set(path, value);
  context.onChange();
}

function problemsAt({ draft }: SettingContext, path: Path): string[] {
  const place = path.join(".");
  return draft.problems.filter(({ field }) => field === place).map(({ message }) => message);
}

function isWrong(context: SettingContext, path: Path): boolean {
  return problemsAt(context, path).length > 0;
}

function problemAt(context: SettingContext, path: Path): unknown {
  return problemsAt(context, path).map((text) => html` <em class="problem">${text}</em>`);
}
