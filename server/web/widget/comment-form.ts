// The "Leave A Reply" form.

import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";

import { ApiError } from "../shared/api.ts";
import { describeError, describeFieldError } from "../shared/errors.ts";
import type { Comment } from "../shared/types.ts";
import { fieldNames, lengthOf, type FieldName } from "./form-fields.ts";
import { FormState, type FormSettings } from "./form-state.ts";
import type { WidgetTranslator } from "./messages.ts";

/** What the widget gives to all its forms. */
export interface FormContext extends Omit<FormSettings, "parent" | "onChange"> {
  translator: WidgetTranslator;
  /** Says it to people who do not see it. */
  announce: (sentence: string) => void;
}

/** The count is shown when so little is left. */
const countBelow = 500;
/** It is said aloud when it passes one of these, and not at each key. */
const announceAt = [100, 20, 0];

/**
 * Renders into its parent's tree, whose styles and parts it shares.
 * Properties: `context`; `replyTo`, the comment replied to; `closed`, when the story takes no more;
 * `cancel`, called when the reader gives up a reply.
 */
export class CommentForm extends LitElement {
  static override properties = {
    context: { attribute: false },
    replyTo: { attribute: false },
    closed: { type: Boolean },
    cancel: { attribute: false },
  };

  declare context: FormContext;
  declare replyTo: Comment | undefined;
  declare closed: boolean;
  declare cancel: (() => void) | undefined;

  #form: FormState | undefined;
  #clock: ReturnType<typeof setInterval> | undefined;
  #left: number | undefined;

  constructor() {
    super();
    this.closed = false;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#clock);
    this.#clock = undefined;
    this.#form?.abandon();
    this.#form = undefined;
  }

  /** Where writing goes on: the first field that still needs something, or the text. */
  focusField(): void {
    const values = this.#form?.values;
    const field = values && fieldNames.find((name) => name !== "website" && !values[name]);
    this.#input(field ?? "text")?.focus();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("context") && changed.get("context") !== undefined) {
      this.#form?.abandon();
      this.#form = undefined;
    }
    this.#form ??= new FormState({
      ...this.context,
      parent: this.replyTo?.id,
      onChange: () => this.requestUpdate(),
    });
    this.#runClock(this.#form.state.kind === "waiting");
  }

  protected override render(): TemplateResult | typeof nothing {
    const form = this.#form;
    if (!form || (this.closed && !form.values.text.trim())) return nothing;
    const { translator } = this.context;
    const heading = this.replyTo
      ? translator.say("form.heading.reply", { name: this.replyTo.author.name })
      : translator.say("form.heading");
    const id = this.#id("heading");
    return html`<form
      class="form"
      part="form"
      novalidate
      aria-labelledby=${id}
      aria-busy=${form.isBusy}
      @submit=${this.#submit}
      @keydown=${this.#key}
      @focusin=${() => void form.prepare()}
    >
      <h3 class="form-heading" part="form-heading" id=${id}>${heading}</h3>
      <p class="hint">
        ${translator.say("form.required")} <span class="mark" aria-hidden="true">*</span>
      </p>
      <div class="fields">
        ${this.#field("name", { autocomplete: "name" })}
        ${this.#field("email", {
          type: "email",
          autocomplete: "email",
          inputmode: "email",
          note: translator.say("form.email.note"),
        })}
        ${this.#field("website", { type: "url", autocomplete: "url", inputmode: "url" })}
        ${this.#text()} ${this.#trap(form)}
      </div>
      ${this.#status(form)} ${this.#buttons(form)}
    </form>`;
  }

  #field(
    name: Exclude<FieldName, "text">,
    { type = "text", autocomplete = "", inputmode = "text", note = "" },
  ): TemplateResult {
    const form = this.#form as FormState;
    const described = [note && "note", form.errorOf(name) && "error"].filter(Boolean);
    return html`<div class="field" data-field=${name}>
      ${this.#label(name, form.rules.required.includes(name))}
      <input
        part="input"
        id=${this.#id(name)}
        name=${name}
        type=${type}
        inputmode=${inputmode}
        autocomplete=${autocomplete}
        autocapitalize=${name === "name" ? "words" : "off"}
        spellcheck="false"
        dir="auto"
        .value=${live(form.values[name])}
        ?readonly=${form.isBusy || this.closed}
        aria-required=${form.rules.required.includes(name)}
        aria-invalid=${form.errorOf(name) !== undefined}
        aria-describedby=${described.map((what) => this.#id(`${name}-${what}`)).join(" ") ||
        nothing}
        @input=${this.#typed}
      />
      ${note
        ? html`<p class="note" part="note" id=${this.#id(`${name}-note`)}>${note}</p>`
        : nothing}
      ${this.#error(name)}
    </div>`;
  }

  /** People neither see nor reach it; programs fill in whatever there is. */
  #trap(form: FormState): TemplateResult {
    return html`<div class="trap" aria-hidden="true">
      <input
        name="topic"
        tabindex="-1"
        autocomplete="off"
        .value=${live(form.topic)}
        @input=${(event: Event) => (form.topic = (event.target as HTMLInputElement).value)}
      />
    </div>`;
  }

  #text(): TemplateResult {
    const form = this.#form as FormState;
    const left = form.rules.text_max - lengthOf(form.values.text.trim());
    const isCounted = left <= Math.min(countBelow, form.rules.text_max / 2);
    const described = [isCounted && "count", form.errorOf("text") && "error"].filter(Boolean);
    return html`<div class="field field-text" data-field="text">
      ${this.#label("text", true)}
      <textarea
        part="input textarea"
        id=${this.#id("text")}
        name="text"
        rows=${this.replyTo ? 4 : 5}
        dir="auto"
        .value=${live(form.values.text)}
        ?readonly=${form.isBusy || this.closed}
        aria-required="true"
        aria-invalid=${form.errorOf("text") !== undefined}
        aria-describedby=${described.map((what) => this.#id(`text-${what}`)).join(" ") || nothing}
        @input=${this.#typed}
      ></textarea>
      ${isCounted
        ? html`<p class="note count ${left < 0 ? "over" : ""}" id=${this.#id("text-count")}>
            ${this.#leftText(left)}
          </p>`
        : nothing}
      ${this.#error("text")}
    </div>`;
  }

  #label(name: FieldName, isRequired: boolean): TemplateResult {
    const key = name === "text" ? "form.comment" : (`form.${name}` as const);
    return html`<label part="label" for=${this.#id(name)}>
      ${this.context.translator.say(key)}${isRequired
        ? html`<span class="mark" aria-hidden="true"> *</span>`
        : nothing}
    </label>`;
  }

  #error(name: FieldName): TemplateResult | typeof nothing {
    const error = this.#form?.errorOf(name);
    if (!error) return nothing;
    return html`<p class="error" part="error" id=${this.#id(`${name}-error`)}>
      ${describeFieldError(this.context.translator, error)}
    </p>`;
  }

  /** Both regions stand there before they say anything; otherwise some readers would not say it. */
  #status(form: FormState): TemplateResult {
    return html`<div class="problem" part="problem" role="alert">${this.#problem(form)}</div>
      <div class="progress" part="progress" role="status">${this.#progress(form)}</div>`;
  }

  #problem(form: FormState): string | typeof nothing {
    const { translator } = this.context;
    if (form.state.kind === "stopped")
      return translator.say("form.stopped", {
        reason: describeError(translator, form.state.error),
      });
    if (form.state.kind === "refused" && form.state.error.errors.length === 0)
      return `${describeError(translator, form.state.error)} ${this.#patience(form.state.error)}`;
    const [hidden] = form.hiddenErrors;
    if (hidden) return describeFieldError(translator, hidden);
    if (form.errors.length === 0) return nothing;
    return translator.say("form.check", { count: form.errors.length });
  }

  #patience({ retryAfterSeconds }: ApiError): string {
    if (retryAfterSeconds === undefined) return "";
    const count = Math.max(1, Math.ceil(retryAfterSeconds / 60));
    return this.context.translator.say("form.wait", { count });
  }

  #progress(form: FormState): TemplateResult | string | typeof nothing {
    const { translator } = this.context;
    switch (form.state.kind) {
      case "sending":
        return translator.say("form.sending");
      case "received":
        return translator.say("form.received");
      case "waiting": {
        const seconds = Math.max(1, Math.ceil((form.state.retryAt - Date.now()) / 1_000));
        const reason = describeError(translator, form.state.error);
        // The seconds tick for the eye only.
        return html`<span aria-live="off">
          ${translator.say("form.waiting", { reason, count: seconds })}
        </span>`;
      }
      case "editing":
        return form.isResumed && !this.closed ? translator.say("form.draft") : nothing;
      default:
        return nothing;
    }
  }

  #buttons(form: FormState): TemplateResult | typeof nothing {
    if (this.closed) return nothing;
    const { translator } = this.context;
    const isWaiting = form.state.kind === "waiting";
    const isStopped = form.state.kind === "stopped";
    return html`<div class="buttons">
      ${isWaiting
        ? html`<button type="button" class="post" part="button" @click=${() => form.retryNow()}>
            ${translator.say("form.now")}
          </button>`
        : html`<button
            type="submit"
            class="post"
            part="button"
            aria-disabled=${form.state.kind === "sending"}
          >
            ${translator.say(isStopped ? "form.again" : "form.post")}
          </button>`}
      ${isWaiting
        ? html`<button type="button" class="quiet" @click=${() => form.stop()}>
            ${translator.say("form.stop")}
          </button>`
        : nothing}
      ${this.cancel && !form.isBusy
        ? html`<button type="button" class="quiet" part="cancel" @click=${this.cancel}>
            ${translator.say("form.cancel")}
          </button>`
        : nothing}
    </div>`;
  }

  readonly #typed = (event: Event): void => {
    const { name, value } = event.target as HTMLInputElement | HTMLTextAreaElement;
    this.#form?.type(name as FieldName, value);
    if (name === "text") this.#announceCount();
  };

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void this.#submit(event);
    if (event.key === "Escape" && this.cancel && !this.#form?.isBusy && !event.isComposing)
      this.cancel();
  };

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const form = this.#form;
    if (!form || this.closed || (await form.submit())) return;
    await this.updateComplete;
    const wrong = fieldNames.find((name) => form.errorOf(name));
    if (wrong) this.#input(wrong)?.focus();
  };

  #announceCount(): void {
    const form = this.#form as FormState;
    const left = form.rules.text_max - lengthOf(form.values.text.trim());
    const before = this.#left ?? Number.POSITIVE_INFINITY;
    if (announceAt.some((mark) => left <= mark && before > mark))
      this.context.announce(this.#leftText(left));
    this.#left = left;
  }

  #leftText(left: number): string {
    return this.context.translator.say(left < 0 ? "form.over" : "form.left", {
      count: Math.abs(left),
    });
  }

  #runClock(isNeeded: boolean): void {
    if (isNeeded === (this.#clock !== undefined)) return;
    clearInterval(this.#clock);
    this.#clock = isNeeded ? setInterval(() => this.requestUpdate(), 1_000) : undefined;
  }

  /** Several forms may be open in one tree. */
  #id(name: string): string {
    return `form-${this.replyTo?.id ?? "new"}-${name}`;
  }

  #input(name: FieldName): HTMLElement | null {
    return this.querySelector<HTMLElement>(`[name="${name}"]`);
  }
}
