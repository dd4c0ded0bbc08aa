// What each reason weighs, whether it decides by itself, and whether it is only recorded.

import { html, type TemplateResult } from "lit";

import { reasonName, reasons } from "./messages.ts";
import { choiceField, settingField, type Setting, type SettingContext } from "./setting-field.ts";

const weightMax = 1_000_000;
const verdicts = ["none", "hold", "spam", "reject"] as const;

export function reasonSettings(context: SettingContext): TemplateResult {
  const { translator } = context;
  return html`<p class="muted">${translator.say("rules.reasons.note")}</p>
    <div class="reason-head" aria-hidden="true">
      <span></span>
      <span>${translator.say("rules.weight")}</span>
      <span>${translator.say("rules.decisive")}</span>
      <span>${translator.say("rules.silence")}</span>
    </div>
    <ul class="reason-settings">
      ${reasons.map((reason) => html`<li data-reason=${reason}>${row(context, reason)}</li>`)}
    </ul>`;
}

function row(context: SettingContext, reason: string): TemplateResult {
  const { translator } = context;
  const name = reasonName(translator, reason);
  const options = verdicts.map((value) => ({
    value,
    text: translator.say(`rules.decisive.${value}`),
  }));
  const setting = (key: "weight" | "decisive" | "silence", table: string) => ({
    path: ["policy", table, reason],
    label: translator.say("rules.of_reason", {
      what: translator.say(`rules.${key}`),
      reason: name,
    }),
    isLabelHidden: true,
  });
  const range = { kind: "number", min: 0, max: weightMax } as const;
  const weight: Setting = { ...setting("weight", "weights"), ...range };
  const silent: Setting = { ...setting("silence", "silent"), kind: "switch" };
  return html`<span class="reason-name">${name}</span>
    ${settingField(context, weight)}
    ${choiceField(context, setting("decisive", "decisive"), options)}
    ${settingField(context, silent)}`;
}
