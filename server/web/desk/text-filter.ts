// A field of the filters in which one writes: it counts when Enter is pressed or the field is left.

import { html, nothing, type TemplateResult } from "lit";

export interface TextFilter {
  name: "text" | "section" | "actor";
  label: string;
  hint: string;
  value: string;
  onValue: (value: string) => void;
}

/** What is being written stays whatever news arrives: the value is set only when it is another. */
export function textFilter({ name, label, hint, value, onValue }: TextFilter): TemplateResult {
  const take = (event: Event) => {
    const written = (event.target as HTMLInputElement).value.trim();
    if (written !== value) onValue(written);
  };
  return html`<label class="written ${value ? "chosen" : ""}" data-written=${name}
    ><span>${label}</span>
    <input
      type="search"
      dir=${name === "section" ? "ltr" : "auto"}
      data-filter=${name}
      placeholder=${hint}
      maxlength="200"
      autocomplete="off"
      spellcheck="false"
      enterkeyhint="search"
      aria-keyshortcuts=${name === "text" ? "/" : nothing}
      .value=${value}
      @change=${take}
      @search=${take}
      @keydown=${(event: KeyboardEvent) => (event.key === "Enter" ? take(event) : undefined)}
    />
  </label>`;
}
