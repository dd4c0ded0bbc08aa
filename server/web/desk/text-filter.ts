// A field of the filters in which one writes: it counts when Enter is pressed or the field is left.

import { html, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";

export interface TextFilter {
  name: "text" | "section";
  label: string;
  hint: string;
  value: string;
  onValue: (value: string) => void;
}

export function textFilter({ name, label, hint, value, onValue }: TextFilter): TemplateResult {
  const take = (event: Event) => {
    const written = (event.target as HTMLInputElement).value.trim();
    if (written !== value) onValue(written);
  };
  return html`<label class="written ${value ? "chosen" : ""}" data-written=${name}
    ><span>${label}</span>
    <input
      type="search"
      data-filter=${name}
      placeholder=${hint}
      maxlength="200"
      autocomplete="off"
      spellcheck="false"
      enterkeyhint="search"
      aria-keyshortcuts=${name === "text" ? "/" : ""}
      .value=${live(value)}
      @change=${take}
      @search=${take}
      @keydown=${(event: KeyboardEvent) => (event.key === "Enter" ? take(event) : undefined)}
    />
  </label>`;
}
