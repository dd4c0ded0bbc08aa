// Another text for a comment of one's own. Before anybody sees it, the server's filters do.

import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";

import { timeOfDay } from "../shared/time-text.ts";
import { Panel } from "./panel.ts";

export class EditPanel extends Panel {
  protected readonly heading = "edit.heading";
  protected readonly action = "edit.save";

  #text: string | undefined;
  #revision = 0;
  #until: string | undefined;

  protected override firstUpdated(): void {
    void this.#load();
  }

  protected content(): TemplateResult {
    const { language } = this.context.translator;
    return html`
      <textarea
        name="edit"
        part="textarea"
        rows="5"
        dir="auto"
        aria-labelledby="panel-${this.entry.id}"
        ?disabled=${this.#text === undefined}
        .value=${live(this.#text ?? "")}
        @input=${(event: Event) => (this.#text = (event.target as HTMLTextAreaElement).value)}
      ></textarea>
      ${this.#until
        ? html`<p class="note">
            ${this.say("edit.until", { time: timeOfDay(new Date(this.#until), language) })}
          </p>`
        : nothing}
    `;
  }

  protected async act(): Promise<string> {
    const { api, proof } = this.context;
    const { state } = await api.edit(this.entry.id, proof?.token ?? "", {
      text: this.#text ?? "",
      revision: this.#revision,
    });
    return this.say(state === "published" ? "edit.done" : "edit.pending");
  }

  /** The text as it was typed, which the page does not have. */
  async #load(): Promise<void> {
    try {
      const own = await this.context.api.comment(this.entry.id, this.context.proof?.token);
      this.#text = own.text ?? "";
      this.#revision = own.revision ?? 0;
      this.#until = own.editable_until;
      this.requestUpdate();
      await this.updateComplete;
      this.querySelector<HTMLElement>("textarea")?.focus();
    } catch (error) {
      this.fail(error);
    }
  }
}
