// Something that is fetched for an element: on its way, there, or why not.

import { html, type TemplateResult } from "lit";

import { describeError } from "../shared/errors.ts";
import type { DeskTranslator } from "./messages.ts";

interface Host {
  requestUpdate(): void;
}

export class Loading<T> {
  readonly #host: Host;
  readonly #fetch: () => Promise<T>;
  #value: T | undefined;
  #error: unknown;
  #asked = 0;
  #isBusy = false;

  constructor(host: Host, fetch: () => Promise<T>) {
    this.#host = host;
    this.#fetch = fetch;
  }

  /** The latest that came; it stays while something newer is asked for. */
  get value(): T | undefined {
    return this.#value;
  }

  get isBusy(): boolean {
    return this.#isBusy;
  }

  get hasFailed(): boolean {
    return this.#error !== undefined;
  }

  /** Only the answer to the latest question counts. */
  async load(): Promise<void> {
    const asked = ++this.#asked;
    this.#isBusy = true;
    this.#error = undefined;
    this.#host.requestUpdate();
    try {
      const value = await this.#fetch();
      if (asked === this.#asked) this.#value = value;
    } catch (error) {
      if (asked === this.#asked) this.#error = error;
    }
    if (asked !== this.#asked) return;
    this.#isBusy = false;
    this.#host.requestUpdate();
  }

  /** Changed here, because it was changed there. */
  set(value: T): void {
    this.#value = value;
    this.#host.requestUpdate();
  }

  /** The value, or what stands in its place. */
  show(translator: DeskTranslator, view: (value: T) => TemplateResult): TemplateResult {
    if (this.#error !== undefined)
      return html`<div class="empty" role="alert">
        <p>${describeError(translator, this.#error)}</p>
        <button type="button" class="quiet" data-retry @click=${() => void this.load()}>
          ${translator.say("queue.retry")}
        </button>
      </div>`;
    if (this.#value === undefined)
      return html`<p class="empty" role="status">${translator.say("desk.loading")}</p>`;
    return view(this.#value);
  }
}
