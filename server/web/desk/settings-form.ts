// How one wants the desk. Every choice holds at once, and is saved by itself.

import { languageNames, ownNames } from "language-list";
import { html, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";

import type { DeskApi } from "../shared/desk-api.ts";
import { describeError } from "../shared/errors.ts";
import { LightElement } from "./light-element.ts";
import type { DeskTranslator, MessageKey } from "./messages.ts";
import type { Notices } from "./notices.ts";
import { textSizes, themes, undoTimes, type DeskSettings } from "./settings.ts";
import type { SignInState } from "./sign-in-state.ts";

/** Properties: `api`, `signIn`, `translator`, `notices`. */
export class SettingsForm extends LightElement {
  static override properties = {
    api: { attribute: false },
    signIn: { attribute: false },
    translator: { attribute: false },
    notices: { attribute: false },
  };

  declare api: DeskApi;
  declare signIn: SignInState;
  declare translator: DeskTranslator;
  declare notices: Notices;

  /** One after the other, so that the last choice is the one that is kept. */
  #saving: Promise<void> = Promise.resolve();
  #isSaved = false;

  protected override render(): TemplateResult {
    const { translator } = this;
    return html`<form class="settings" @submit=${(event: Event) => event.preventDefault()}>
      ${this.#language()} ${this.#themes()} ${this.#textSizes()}
      ${this.#switch("blur")} ${this.#switch("focus_mode")} ${this.#undoTimes()}
      <p class="muted" role="status">
        ${this.#isSaved ? translator.say("settings.saved") : ""}
      </p>
    </form>`;
  }

  /** Each language is called as it calls itself, and read out as such. */
  #language(): TemplateResult {
    const { language } = this.signIn.settings;
    const all = ["en", ...languageNames];
    return html`<label class="field">
      <span>${this.translator.say("settings.language")}</span>
      <select
        data-setting="language"
        @change=${(event: Event) =>
          this.#change({ language: (event.target as HTMLSelectElement).value })}
      >
        <option value="" .selected=${live(!all.includes(language))}>
          ${this.translator.say("settings.language.browser")}
        </option>
        ${all.map(
          (name) =>
            html`<option value=${name} lang=${name} .selected=${live(name === language)}>
              ${ownNames[name] ?? "English"}
            </option>`,
        )}
      </select>
    </label>`;
  }

  #themes(): TemplateResult {
    const chosen = this.signIn.settings.theme;
    return this.#choice(
      "theme",
      themes.map((theme) => ({
        text: this.translator.say(`settings.theme.${theme}`),
        isChosen: theme === chosen,
        choose: () => this.#change({ theme }),
      })),
    );
  }

  #textSizes(): TemplateResult {
    const chosen = this.signIn.settings.text_size;
    const percent = new Intl.NumberFormat(this.translator.language, { style: "percent" });
    return this.#choice(
      "text_size",
      textSizes.map((size) => ({
        text: percent.format(size / 100),
        isChosen: size === chosen,
        choose: () => this.#change({ text_size: size }),
      })),
    );
  }

  #choice(
    name: "theme" | "text_size",
    options: readonly { text: string; isChosen: boolean; choose: () => void }[],
  ): TemplateResult {
    return html`<fieldset class="setting" data-setting=${name}>
      <legend>${this.translator.say(`settings.${name}`)}</legend>
      <div class="choices">
        ${options.map(
          ({ text, isChosen, choose }) =>
            html`<label class="radio">
              <input type="radio" name=${name} .checked=${live(isChosen)} @change=${choose} />
              ${text}
            </label>`,
        )}
      </div>
    </fieldset>`;
  }

  #switch(name: "blur" | "focus_mode"): TemplateResult {
    const note = `setting-${name}`;
    return html`<div class="setting">
      <label class="radio">
        <input
          type="checkbox"
          data-setting=${name}
          aria-describedby=${note}
          .checked=${live(this.signIn.settings[name])}
          @change=${(event: Event) =>
            this.#change({ [name]: (event.target as HTMLInputElement).checked })}
        />
        ${this.translator.say(`settings.${name}`)}
      </label>
      <p class="muted" id=${note}>${this.translator.say(`settings.${name}.note`)}</p>
    </div>`;
  }

  #undoTimes(): TemplateResult {
    const chosen = this.signIn.settings.undo_seconds;
    const key: MessageKey = "settings.undo.seconds";
    return html`<label class="field">
      <span>${this.translator.say("settings.undo")}</span>
      <select
        data-setting="undo_seconds"
        @change=${(event: Event) => {
          const seconds = Number((event.target as HTMLSelectElement).value);
          this.#change({ undo_seconds: seconds as DeskSettings["undo_seconds"] });
        }}
      >
        ${undoTimes.map(
          (count) =>
            html`<option value=${count} .selected=${live(count === chosen)}>
              ${this.translator.say(key, { count })}
            </option>`,
        )}
      </select>
    </label>`;
  }

  #change(change: Partial<DeskSettings>): void {
    const settings = { ...this.signIn.settings, ...change };
    this.signIn.takeSettings(settings);
    this.#isSaved = false;
    this.requestUpdate();
    this.#saving = this.#saving.then(() => this.#save(settings));
  }

  async #save(settings: DeskSettings): Promise<void> {
    const { translator, notices } = this;
    try {
      await this.signIn.guard(() => this.api.saveSettings(settings));
      this.#isSaved = true;
      this.requestUpdate();
    } catch (error) {
      const reason = describeError(translator, error);
      notices.tell("problem", translator.say("settings.failed", { reason }));
    }
  }
}
