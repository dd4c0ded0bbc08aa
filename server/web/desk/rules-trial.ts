// What the rules would make of a comment that nobody wrote.

import { html, nothing, type TemplateResult } from "lit";

import type { Finding } from "../shared/desk-types.ts";
import { ApiError } from "../shared/request.ts";
import type { NewTrial, Trial, TriedComment } from "../shared/rules-types.ts";
import { errorText } from "./error-text.ts";
import { explain, markedText } from "./marked-text.ts";
import { keyOr } from "./messages.ts";
import { RulesPart } from "./rules-part.ts";
import { versionSelect } from "./version-select.ts";

/** Stands for what is changed and not kept. */
const draftValue = "draft";

export class RulesTrial extends RulesPart {
  #version: string | undefined;
  #isBusy = false;
  #problem = "";
  #tried: TriedComment | undefined;
  #trial: Trial | undefined;

  protected override render(): TemplateResult {
    const { translator } = this;
    return html`<h3>${translator.say("trial.heading")}</h3>
      <p class="muted">${translator.say("trial.note")}</p>
      <div class="trial">
        <form @submit=${this.#submit}>
          ${this.#versions()}
          <div class="fields">${this.#field("name", "Ada")} ${this.#field("website")}</div>
          <label class="field"
            ><span>${translator.say("trial.text")}</span>
            <textarea name="text" rows="7" dir="auto"></textarea>
          </label>
          ${this.#field("site")}
          <p class="problem" role="alert">${this.#problem}</p>
          <button type="submit" class="primary" aria-disabled=${this.#isBusy}>
            ${translator.say(this.#isBusy ? "trial.busy" : "trial.submit")}
          </button>
        </form>
        <div class="trial-result" aria-live="polite">
          ${this.#trial && this.#tried ? this.#result(this.#trial, this.#tried) : nothing}
        </div>
      </div>`;
  }

  #versions(): TemplateResult {
    const { translator, work } = this;
    const isDraft = work.draft?.isChanged && work.draft.isReadable;
    const others = isDraft
      ? [{ value: draftValue, text: translator.say("rules.version.draft") }]
      : [];
    const value = this.#chosen(others.length > 0);
    return versionSelect({
      ...{ translator, work, others, value },
      ...{ name: "version", label: translator.say("trial.version") },
      onChoose: (version) => {
        this.#version = version;
        this.requestUpdate();
      },
    });
  }

  /** What one is working on comes first. */
  #chosen(isDraft: boolean): string {
    const chosen = this.#version;
    if (chosen && (chosen !== draftValue || isDraft)) return chosen;
    return isDraft ? draftValue : (this.work.list?.active ?? "");
  }

  #field(name: "name" | "website" | "site", value = ""): TemplateResult {
    return html`<label class="field"
      ><span>${this.translator.say(`trial.${name}`)}</span>
      <input name=${name} value=${value} autocomplete="off" dir="auto" />
    </label>`;
  }

  #result({ verdict, score, findings, rule_set }: Trial, tried: TriedComment): TemplateResult {
    const { translator } = this;
    const inText = findings.filter(({ field }) => field === "text");
    return html`<p class="verdict" data-verdict=${verdict}>
        <strong>${translator.say(keyOr("verdict", verdict, "verdict.hold"))}</strong>
        <span class="muted">${translator.say("trial.score", { score, version: rule_set })}</span>
      </p>
      <div class="typed" dir="auto">${markedText(tried.text, inText, "trial", translator)}</div>
      ${findings.length === 0
        ? html`<p class="muted">${translator.say("card.nothing_found")}</p>`
        : html`<ul class="trial-findings" aria-label=${translator.say("card.findings")}>
            ${findings.map((finding) => this.#finding(finding))}
          </ul>`}`;
  }

  #finding(finding: Finding): TemplateResult {
    const { translator } = this;
    const field = translator.say(keyOr("trial.field", finding.field, "trial.field.text"));
    return html`<li>
      ${explain(finding, translator)}
      ${finding.field === "text"
        ? nothing
        : html`<span class="muted">${translator.say("trial.in", { field })}</span>`}
      ${finding.silent
        ? html`<em class="muted">${translator.say("trial.silent")}</em>`
        : nothing}
    </li>`;
  }

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (this.#isBusy) return;
    const comment = this.#written();
    this.#problem = comment.text.trim() ? "" : this.translator.say("trial.required");
    this.requestUpdate();
    if (this.#problem) return;
    this.#isBusy = true;
    try {
      const { work } = this;
      const trial = { ...this.#rules(), comment };
      this.#trial = await work.guard(() => work.api.trial(trial));
      this.#tried = comment;
    } catch (error) {
      this.#problem = this.#describe(error);
      if (error instanceof ApiError && error.code === "invalid_rules" && this.work.draft) {
        this.work.draft.problems = error.errors;
        this.work.changed();
      }
    }
    this.#isBusy = false;
    this.requestUpdate();
  };

  #written(): TriedComment {
    const value = (name: string) =>
      this.querySelector<HTMLInputElement>(`form [name=${name}]`)?.value ?? "";
    const website = value("website").trim();
    const site = value("site").trim();
    return {
      name: value("name").trim(),
      text: value("text"),
      ...(website ? { website } : {}),
      ...(site ? { site } : {}),
    };
  }

  #rules(): Omit<NewTrial, "comment"> {
    const { draft } = this.work;
    const isDraft = Boolean(draft?.isChanged && draft.isReadable);
    const chosen = this.#chosen(isDraft);
    return chosen === draftValue && draft ? draft.asNew : { version: chosen };
  }

  #describe(error: unknown): string {
    const isUnknown = error instanceof ApiError && (error.status === 404 || error.status === 405);
    return isUnknown && error.code !== "rules_not_found"
      ? this.translator.say("trial.unavailable")
      : errorText(this.translator, error);
  }
}
