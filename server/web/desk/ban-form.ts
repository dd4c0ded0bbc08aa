// Bans an author: where, for how long, and why.

import { html, type TemplateResult } from "lit";

import type { BanForm as Form } from "../shared/desk-types.ts";
import { formProblem } from "./form-problem.ts";
import { LightElement } from "./light-element.ts";
import type { DeskTranslator } from "./messages.ts";

const scopes = ["story", "site", "everywhere"] as const;
type Scope = (typeof scopes)[number];

/** Days; 0 is for good. */
const terms = { day: 1, week: 7, month: 30, year: 365, good: 0 } as const;
type Term = keyof typeof terms;

/** Properties: `translator`; `site`, `story`, of the comment one came from; `onBan`. */
export class BanForm extends LightElement {
  static override properties = {
    translator: { attribute: false },
    site: { attribute: false },
    story: { attribute: false },
    onBan: { attribute: false },
  };

  declare translator: DeskTranslator;
  declare site: string;
  declare story: { id: string; title?: string };
  declare onBan: (form: Form) => Promise<void>;

  #isBusy = false;
  #problem = "";

  protected override render(): TemplateResult {
    const { translator } = this;
    return html`<form class="ban-form" @submit=${this.#submit}>
      <fieldset>
        <legend>${translator.say("ban.where")}</legend>
        ${scopes.map((scope) => this.#scope(scope))}
      </fieldset>
      <label class="field"
        ><span>${translator.say("ban.term")}</span>
        <select name="term">
          ${(Object.keys(terms) as Term[]).map(
            (term) =>
              html`<option value=${term} ?selected=${term === "week"}>
                ${translator.say(`ban.term.${term}`)}
              </option>`,
          )}
        </select>
      </label>
      <label class="field"
        ><span>${translator.say("ban.reason")}</span>
        <input name="reason" maxlength="500" autocomplete="off" dir="auto" />
      </label>
      <p class="problem" role="alert">${this.#problem}</p>
      <button type="submit" class="primary" aria-disabled=${this.#isBusy}>
        ${translator.say("ban.submit")}
      </button>
    </form>`;
  }

  #scope(scope: Scope): TemplateResult {
    const { translator, site, story } = this;
    const values = { site, story: story.title ?? story.id };
    return html`<label class="radio">
      <input type="radio" name="scope" value=${scope} ?checked=${scope === "site"} />
      <span>${translator.say(`ban.scope.${scope}`, values)}</span>
    </label>`;
  }

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (this.#isBusy) return;
    this.#isBusy = true;
    this.#problem = "";
    this.requestUpdate();
    try {
      await this.onBan(this.#form());
    } catch (error) {
      this.#problem = formProblem(this.translator, error);
    }
    this.#isBusy = false;
    this.requestUpdate();
  };

  #form(): Form {
    const value = (selector: string) => this.querySelector<HTMLInputElement>(selector)?.value ?? "";
    const scope = value("[name=scope]:checked");
    const days = terms[value("[name=term]") as Term];
    const reason = value("[name=reason]").trim();
    return {
      ...(scope === "everywhere" ? {} : { site: this.site }),
      ...(scope === "story" ? { story: this.story.id } : {}),
      ...(days ? { days } : {}),
      ...(reason ? { reason } : {}),
    };
  }
}
