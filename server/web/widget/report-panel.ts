// Tells the moderators what is wrong with a comment.

import { html, type TemplateResult } from "lit";

import { ApiError } from "../shared/api.ts";
import { reportReasons, type ReportReason } from "../shared/types.ts";
import { Panel } from "./panel.ts";

const textLengthMax = 1_000;

export class ReportPanel extends Panel {
  protected readonly heading = "report.heading";
  protected readonly action = "report.send";

  #reason: ReportReason | undefined;
  #text = "";

  protected content(): TemplateResult {
    const isIllegal = this.#reason === "illegal";
    const name = `reason-${this.entry.id}`;
    return html`
      <div class="choices" role="radiogroup" aria-label=${this.say("report.reason")}>
        ${reportReasons.map(
          (reason) => html`<label class="choice">
            <input
              type="radio"
              name=${name}
              value=${reason}
              .checked=${this.#reason === reason}
              @change=${() => this.#choose(reason)}
            />
            ${this.say(`report.${reason}`)}
          </label>`,
        )}
      </div>
      <label for="text-${this.entry.id}">
        ${this.say(isIllegal ? "report.text.illegal" : "report.text")}
      </label>
      <textarea
        id="text-${this.entry.id}"
        name="report"
        part="textarea"
        rows="3"
        dir="auto"
        maxlength=${textLengthMax}
        aria-required=${isIllegal}
        @input=${(event: Event) => (this.#text = (event.target as HTMLTextAreaElement).value)}
      ></textarea>
    `;
  }

  protected async act(): Promise<string> {
    const { api, proof } = this.context;
    if (!this.#reason) throw new ApiError(422, "reason_missing");
    if (this.#reason === "illegal" && !this.#text.trim())
      throw new ApiError(422, "explanation_missing");
    await api.report(this.entry.id, {
      reason: this.#reason,
      text: this.#text,
      ...(proof ? { author_of: proof.id, author_token: proof.token } : {}),
    });
    return this.say("report.done");
  }

  #choose(reason: ReportReason): void {
    this.#reason = reason;
    this.requestUpdate();
  }
}
