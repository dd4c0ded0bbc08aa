// A password that is chosen, and typed twice.

import { html, type TemplateResult } from "lit";

import type { DeskTranslator, MessageKey } from "./messages.ts";

/** The server counts bytes, too. */
export const passwordBytesMin = 12;

export function newPasswordFields(translator: DeskTranslator, problemId: string): TemplateResult {
  const field = (name: "new" | "again", label: MessageKey) =>
    html`<label class="field"
      ><span>${translator.say(label)}</span>
      <input
        name=${name}
        type="password"
        autocomplete="new-password"
        aria-describedby=${name === "new" ? "password-rule" : problemId}
      />
    </label>`;
  return html`${field("new", "password.new")}
    <p id="password-rule" class="muted">
      ${translator.say("password.rule", { count: passwordBytesMin })}
    </p>
    ${field("again", "password.again")}`;
}

/** The password, or what is the matter with it and the field in which it is. */
export function readNewPassword(
  form: ParentNode,
): { password: string } | { problem: MessageKey; field: HTMLInputElement } {
  const field = form.querySelector("[name=new]") as HTMLInputElement;
  const again = form.querySelector("[name=again]") as HTMLInputElement;
  if (new TextEncoder().encode(field.value).length < passwordBytesMin)
    return { problem: "password.too_short", field };
  if (field.value !== again.value) return { problem: "password.different", field: again };
  return { password: field.value };
}
