// A rule set as a form. What it does not know stays as it is.

import { html, nothing, type TemplateResult } from "lit";

import type { Json } from "../shared/rules-types.ts";
import { filterGroups, type FilterGroup } from "./filter-fields.ts";
import { isObject, valueAt } from "./json-path.ts";
import type { MessageKey } from "./messages.ts";
import { reasonSettings } from "./reason-settings.ts";
import { presets } from "./rules-defaults.ts";
import { RulesPart } from "./rules-part.ts";
import { choiceField, settingField, type Setting, type SettingContext } from "./setting-field.ts";
import { overridesOf } from "./silent-rules.ts";

const most = 1_000_000;

const thresholds = ["hold", "spam", "reject"] as const;

const trust: readonly (Pick<Setting, "kind" | "min" | "max"> & { key: string })[] = [
  { key: "known_min", kind: "whole", min: 1, max: most },
  { key: "trusted_min", kind: "whole", min: 1, max: most },
  { key: "rejected_share_max", kind: "number", min: 0, max: 1 },
];

export class RulesForm extends RulesPart {
  protected override render(): TemplateResult | typeof nothing {
    const { translator, work } = this;
    const { draft, mayChange } = work;
    if (!draft) return nothing;
    const onChange = () => work.changed();
    const context: SettingContext = { translator, draft, mayChange, onChange };
    return html`
      ${this.#section("general", this.#general(context), true)}
      ${this.#section("reasons", reasonSettings(context), true)}
      ${this.#section("filters", html`<div class="filter-groups">
        ${filterGroups.map((group) => this.#filter(context, group))}
      </div>`)}
      ${this.#section("overrides", this.#overrides(context))}
    `;
  }

  #section(
    name: "general" | "reasons" | "filters" | "overrides",
    content: TemplateResult,
    isOpen = false,
  ): TemplateResult {
    return html`<details class="rules-section" data-section=${name} ?open=${isOpen}>
      <summary>${this.translator.say(`rules.${name}`)}</summary>
      ${content}
    </details>`;
  }

  #general(context: SettingContext): TemplateResult {
    const { translator } = this;
    const say = (key: string) => translator.say(`rules.${key}` as MessageKey);
    const named = (prefix: string, names: readonly string[]) =>
      names.map((value) => ({ value, text: say(`${prefix}.${value}`) }));
    return html`<div class="settings">
        ${choiceField(context, { path: ["preset"], label: say("preset") }, named("preset", [
          "balanced",
          ...presets.filter((name) => name !== "balanced"),
        ]))}
        ${choiceField(context, { path: ["policy", "mode"], label: say("policy.mode") },
          named("policy.mode", ["after", "before"]))}
        ${settingField(context, {
          ...{ kind: "whole", min: 1, max: 1_000, label: say("counted_per_reason_max") },
          path: ["policy", "counted_per_reason_max"],
        })}
      </div>
      <fieldset>
        <legend>${say("thresholds")}</legend>
        <div class="settings">
          ${thresholds.map((key) =>
            settingField(context, {
              ...{ kind: "number", min: 0, max: most, label: say(`thresholds.${key}`) },
              path: ["policy", "thresholds", key],
            }),
          )}
        </div>
      </fieldset>
      <fieldset>
        <legend>${say("trust")}</legend>
        <div class="settings">
          ${trust.map(({ key, ...field }) =>
            settingField(context, {
              ...{ ...field, label: say(`trust.${key}`), path: ["policy", "trust", key] },
            }),
          )}
        </div>
      </fieldset>`;
  }

  #filter(context: SettingContext, { filter, fields }: FilterGroup): TemplateResult {
    const { translator } = this;
    return html`<fieldset>
      <legend>${translator.say(`filters.${filter}` as MessageKey)}</legend>
      <div class="settings">
        ${fields.map(({ key, ...field }) =>
          settingField(context, {
            ...field,
            path: ["filters", filter, key],
            label: translator.say(`filters.${filter}.${key}` as MessageKey),
          }),
        )}
      </div>
    </fieldset>`;
  }

  #overrides({ draft, mayChange }: SettingContext): TemplateResult {
    const { translator, work } = this;
    const place = "policy.overrides";
    const all = overridesOf(draft.rules);
    const wrong = draft.problemOf(place);
    const message = translator.say("rules.text.syntax.line");
    const said = draft.problems.filter(({ field }) => field.startsWith(place));
    return html`${all.length === 0
        ? html`<p class="muted">${translator.say("rules.overrides.none")}</p>`
        : html`<ul class="overrides">
            ${all.map((one, index) => this.#override(one, index))}
          </ul>`}
      <rejoinder-line-field
        .translator=${translator}
        .label=${translator.say("rules.overrides.text")}
        .value=${draft.textOf(place)}
        .rows=${10}
        .isReadonly=${!mayChange}
        .problems=${[
          ...(wrong ? [{ line: wrong.line, message }] : []),
          ...said.map(({ field, message: problem }) => ({
            line: undefined,
            message: translator.say("rules.problem", { place: field, problem }),
          })),
        ]}
        .onWrite=${(text: string) => {
          draft.write(place, text);
          work.changed();
        }}
      ></rejoinder-line-field>`;
  }

  /** "sport: sections /sport/ → mode before" */
  #override(override: Json, index: number): TemplateResult {
    const name = String(valueAt(override, ["name"]) ?? index + 1);
    const when = valueAt(override, ["when"]);
    const what = isObject(override)
      ? Object.entries(override).filter(([key]) => key !== "name" && key !== "when")
      : [];
    return html`<li>
      <strong><bdi>${name}</bdi></strong>
      <code dir="ltr">${summary(when) || this.translator.say("rules.override.always")}</code>
      <span aria-hidden="true">→</span>
      <code dir="ltr">${summary(Object.fromEntries(what))}</code>
    </li>`;
  }
}

function summary(value: Json | undefined): string {
  if (!isObject(value)) return value === undefined ? "" : JSON.stringify(value);
  return Object.entries(value)
    .map(([key, inner]) => {
      if (Array.isArray(inner)) return `${key} ${inner.join(", ")}`;
      return `${key} ${isObject(inner) ? summary(inner) : String(inner)}`;
    })
    .join("; ");
}
