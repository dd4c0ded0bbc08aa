// What opens below one comment to do something about it: the frame that all of them have.

import { html, LitElement, nothing, type TemplateResult } from "lit";

import type { ReaderApi } from "../shared/api.ts";
import { describeError } from "../shared/errors.ts";
import { nameOf, type Entry } from "./discussion.ts";
import type { OwnComment } from "./own-comments.ts";
import type { MessageKey, WidgetTranslator } from "./messages.ts";

export type PanelKind = "report" | "edit" | "withdraw";

/** What the widget gives to its panels. */
export interface PanelContext {
  api: ReaderApi;
  translator: WidgetTranslator;
  /** A comment written here, which proves who one is. */
  proof: OwnComment | undefined;
  /** It is done; the sentence says so. */
  done: (sentence: string) => void;
  cancel: () => void;
}

/** Renders into its parent's tree, whose styles and parts it shares. */
export abstract class Panel extends LitElement {
  static override properties = { context: { attribute: false }, entry: { attribute: false } };

  declare context: PanelContext;
  declare entry: Entry;

  #isBusy = false;
  #error: unknown;

  protected abstract readonly heading: MessageKey;
  protected abstract readonly action: MessageKey;
  protected abstract content(): unknown;
  /** Does it; resolves to the sentence that says what is done. */
  protected abstract act(): Promise<string>;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override firstUpdated(): void {
    this.querySelector<HTMLElement>("input, textarea, button")?.focus();
  }

  protected say(key: MessageKey, values: Record<string, string> = {}): string {
    return this.context.translator.say(key, values);
  }

  /** Nothing can be done: only why is shown. */
  protected fail(error: unknown): void {
    this.#error = error;
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const id = `panel-${this.entry.id}`;
    return html`<form
      class="form panel"
      part="panel"
      novalidate
      aria-labelledby=${id}
      aria-busy=${this.#isBusy}
      @submit=${this.#submit}
      @keydown=${this.#key}
    >
      <h3 class="form-heading" part="form-heading" id=${id}>
        ${this.say(this.heading, { name: nameOf(this.entry) })}
      </h3>
      ${this.content()}
      ${this.#error
        ? html`<p class="problem" part="problem" role="alert">
            ${describeError(this.context.translator, this.#error)}
          </p>`
        : nothing}
      <div class="buttons">
        <button type="submit" class="post" part="button" aria-disabled=${this.#isBusy}>
          ${this.say(this.action)}
        </button>
        <button type="button" class="quiet" part="cancel" @click=${() => this.context.cancel()}>
          ${this.say("form.cancel")}
        </button>
      </div>
    </form>`;
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void this.#submit(event);
    if (event.key === "Escape" && !event.isComposing) this.context.cancel();
  };

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (this.#isBusy) return;
    this.#isBusy = true;
    this.#error = undefined;
    this.requestUpdate();
    try {
      this.context.done(await this.act());
    } catch (error) {
      this.#error = error;
    }
    this.#isBusy = false;
    this.requestUpdate();
  };
}
