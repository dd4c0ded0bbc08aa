// Takes a comment of one's own back, or erases it for good.

import { html, type TemplateResult } from "lit";

import { Panel } from "./panel.ts";

export class WithdrawPanel extends Panel {
  protected readonly heading = "withdraw.heading";
  protected readonly action = "withdraw.confirm";

  #erase = false;

  protected content(): TemplateResult {
    return html`
      <p>${this.say("withdraw.note")}</p>
      <label class="choice">
        <input
          type="checkbox"
          name="erase"
          @change=${(event: Event) => (this.#erase = (event.target as HTMLInputElement).checked)}
        />
        ${this.say("withdraw.erase")}
      </label>
    `;
  }

  protected async act(): Promise<string> {
    const { api, proof } = this.context;
    await api.withdraw(this.entry.id, proof?.token ?? "", this.#erase);
    return this.say("withdraw.done");
  }
}
