// A day that comments are from, or until.

import { html, type TemplateResult } from "lit";

export interface DateFilter {
  name: "since" | "until";
  label: string;
  value: string;
  onValue: (value: string) => void;
}

/** A year that is half written is none of these. */
const earliest = "2000-01-01";
const latest = "2099-12-31";

export function dateFilter({ name, label, value, onValue }: DateFilter): TemplateResult {
  const take = ({ target }: Event) => {
    const field = target as HTMLInputElement;
    if (field.validity.valid && field.value !== value) onValue(field.value);
  };
  return html`<label class="dated ${value ? "chosen" : ""}"
    ><span>${label}</span>
    <input
      type="date"
      data-filter=${name}
      min=${earliest}
      max=${latest}
      .value=${value}
      @change=${take}
    />
  </label>`;
}
