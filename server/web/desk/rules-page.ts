// The rules: what is in force, what was, and what shall be.

import { html, nothing, type TemplateResult } from "lit";

import { errorText } from "./error-text.ts";
import { define } from "./light-element.ts";
import { LineField } from "./line-field.ts";
import { ListSettings } from "./list-settings.ts";
import { PageElement } from "./page-element.ts";
import { RulesActivation } from "./rules-activation.ts";
import { RulesBacktest } from "./rules-backtest.ts";
import { RulesDifferences } from "./rules-differences.ts";
import { RulesEditor } from "./rules-editor.ts";
import { RulesForm } from "./rules-form.ts";
import { RulesInForce } from "./rules-in-force.ts";
import { RulesTrial } from "./rules-trial.ts";
import { RulesVersions } from "./rules-versions.ts";
import { rulesViews, rulesWorkFor, type RulesView, type RulesWork } from "./rules-work.ts";
import { tabList } from "./tab-list.ts";

const panel = "rules-panel";

/** Properties: those of every page. */
export class RulesPage extends PageElement {
  readonly #seen = new Set<RulesView>();
  #work: RulesWork | undefined;
  #end: (() => void) | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#end?.();
    this.#end = undefined;
    this.#work = undefined;
  }

  protected override willUpdate(): void {
    if (this.suspended) {
      this.#end?.();
      this.#end = undefined;
    } else if (!this.#end) {
      const work = rulesWorkFor(this);
      if (work !== this.#work) work.show(wantedView() ?? work.view);
      this.#work = work;
      this.#end = work.listen(() => this.#changed());
      void work.load();
    }
  }

  protected override render(): TemplateResult {
    const { translator } = this;
    const work = this.#work;
    return html`<h2 tabindex="-1">${translator.say("page.rules")}</h2>
      ${work?.error === undefined ? nothing : this.#failed(work)}
      ${work?.list ? this.#parts(work) : nothing}
      ${work?.list || work?.error !== undefined
        ? nothing
        : html`<p class="empty" role="status">${translator.say("desk.loading")}</p>`}`;
  }

  #failed(work: RulesWork): TemplateResult {
    const { translator } = this;
    return html`<div role="alert">
      <p class="problem">${errorText(translator, work.error)}</p>
      <button type="button" class="quiet" @click=${() => void work.load()}>
        ${translator.say("queue.retry")}
      </button>
    </div>`;
  }

  #parts(work: RulesWork): TemplateResult {
    const { translator } = this;
    this.#seen.add(work.view);
    const tabs = rulesViews.map((name) => ({ name, text: translator.say(`rules.view.${name}`) }));
    return html`<rejoinder-rules-in-force .translator=${translator} .work=${work}>
      </rejoinder-rules-in-force>
      ${tabList({
        ...{ label: translator.say("rules.views"), panel, tabs, current: work.view },
        onChoose: (view) => work.show(view),
      })}
      ${rulesViews.map(
        (view) =>
          html`<div
            id="${panel}-${view}"
            role="tabpanel"
            aria-labelledby="${panel}-tab-${view}"
            ?hidden=${view !== work.view}
          >
            ${this.#seen.has(view) ? this.#view(view, work) : nothing}
          </div>`,
      )}`;
  }

  /** What was looked at once stays, with what was written there. */
  #view(view: RulesView, work: RulesWork): TemplateResult {
    const { translator } = this;
    switch (view) {
      case "edit":
        return html`<rejoinder-rules-editor .translator=${translator} .work=${work}>
        </rejoinder-rules-editor>`;
      case "trial":
        return html`<rejoinder-rules-trial .translator=${translator} .work=${work}>
        </rejoinder-rules-trial>`;
      case "backtest":
        return html`<rejoinder-rules-backtest .translator=${translator} .work=${work}>
        </rejoinder-rules-backtest>`;
      default:
        return html`<rejoinder-rules-versions .translator=${translator} .work=${work}>
        </rejoinder-rules-versions>`;
    }
  }

  /** A reload leads to the same part. */
  #changed(): void {
    const view = this.#work?.view;
    const query = new URLSearchParams(location.search);
    if (view && query.get("page") === "rules" && (query.get("view") ?? "versions") !== view) {
      query.set("view", view);
      history.replaceState(history.state, "", `${location.pathname}?${query}`);
    }
    this.requestUpdate();
  }
}

function wantedView(): RulesView | undefined {
  const wanted = new URLSearchParams(location.search).get("view");
  return rulesViews.find((view) => view === wanted);
}

/** Idempotent. */
export function defineElements(): void {
  const elements: Record<string, CustomElementConstructor> = {
    "line-field": LineField,
    "list-settings": ListSettings,
    "rules-activation": RulesActivation,
    "rules-backtest": RulesBacktest,
    "rules-differences": RulesDifferences,
    "rules-editor": RulesEditor,
    "rules-form": RulesForm,
    "rules-in-force": RulesInForce,
    "rules-trial": RulesTrial,
    "rules-versions": RulesVersions,
    "rules-page": RulesPage,
  };
  for (const [name, element] of Object.entries(elements)) define(`rejoinder-${name}`, element);
}
