// Makes the page as the moderator wants it: language, direction, colours, sizes.

import { languageOf, learn } from "../shared/language-files.ts";
import type { DeskTranslator } from "./messages.ts";
import type { Notices } from "./notices.ts";
import { applySettings, rememberedSettings, rememberSettings } from "./settings.ts";
import type { DeskSettings } from "./settings.ts";

interface SurroundingsSettings {
  translator: DeskTranslator;
  notices: Notices;
  /** Called when there is something to say, and again when it is said in another language. */
  onReady: () => void;
}

export class Surroundings {
  readonly #settings: SurroundingsSettings;
  #language: string | undefined;
  #isReady = false;

  constructor(settings: SurroundingsSettings) {
    this.#settings = settings;
  }

  /** Whether the language is there, or was waited for long enough. */
  get isReady(): boolean {
    return this.#isReady;
  }

  /** As it was the last time. */
  begin(): void {
    this.#apply(rememberedSettings());
  }

  take(settings: DeskSettings): void {
    rememberSettings(settings);
    this.#apply(settings);
  }

  #apply(settings: DeskSettings): void {
    applySettings(settings);
    this.#settings.notices.offerForMs = 1_000 * settings.undo_seconds;
    this.#speak(regionOf(settings.language));
  }

  #speak(language: string): void {
    if (language === this.#language) return;
    this.#language = language;
    const { translator, onReady } = this.#settings;
    void learn(translator, {
      language,
      server: location.origin,
      part: "desk",
      onReady: () => {
        const root = document.documentElement;
        root.lang = translator.language;
        root.dir = translator.direction;
        this.#isReady = true;
        onReady();
      },
    });
  }
}

/** The browser's own kind of the language, so that dates and numbers are as elsewhere. */
function regionOf(language: string): string {
  const { languages } = navigator;
  const own = languages.find((tag) => tag.toLowerCase().split("-")[0] === language);
  return languageOf(own, language, ...languages);
}
