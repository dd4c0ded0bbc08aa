// Tabs: the Tab key leads to the chosen one, the arrows to the others.

import { html, type TemplateResult } from "lit";

export interface TabListNeeds<Name extends string> {
  label: string;
  /** What each shows has the id "PANEL-NAME", it itself "PANEL-tab-NAME". */
  panel: string;
  tabs: readonly { name: Name; text: string }[];
  current: Name;
  onChoose: (name: Name) => void;
}

export function tabList<Name extends string>(needs: TabListNeeds<Name>): TemplateResult {
  const { label, panel, tabs, current, onChoose } = needs;
  const move = (event: KeyboardEvent) => {
    const to = placeAfter(event, tabs.findIndex(({ name }) => name === current), tabs.length);
    const tab = to === undefined ? undefined : tabs[to];
    if (!tab) return;
    event.preventDefault();
    onChoose(tab.name);
    document.getElementById(`${panel}-tab-${tab.name}`)?.focus();
  };
  return html`<div class="tabs" role="tablist" aria-label=${label} @keydown=${move}>
    ${tabs.map(
      ({ name, text }) =>
        html`<button
          type="button"
          role="tab"
          id="${panel}-tab-${name}"
          tabindex=${name === current ? "0" : "-1"}
          aria-selected=${name === current}
          aria-controls="${panel}-${name}"
          @click=${() => onChoose(name)}
        >
          ${text}
        </button>`,
    )}
  </div>`;
}

/** Where a key leads; the arrows go the way one writes. */
function placeAfter(event: KeyboardEvent, at: number, count: number): number | undefined {
  if (event.ctrlKey || event.altKey || event.metaKey) return undefined;
  const isRightToLeft = document.documentElement.dir === "rtl";
  const step = isRightToLeft ? -1 : 1;
  const steps: Readonly<Record<string, number>> = {
    ...{ ArrowLeft: at - step, ArrowRight: at + step, Home: 0, End: count - 1 },
  };
  const to = steps[event.key];
  return to === undefined ? undefined : (to + count) % count;
}
