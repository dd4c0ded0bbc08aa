// How a moderator wants the desk. Kept by the server, and by the browser for the first paint.

export const themes = ["system", "light", "dark"] as const;
export const textSizes = [100, 115, 130, 150] as const;
export const undoTimes = [6, 12, 30, 60] as const;

export interface DeskSettings {
  /** A language's name, or "" for those of the browser. */
  language: string;
  theme: (typeof themes)[number];
  /** In percent of the browser's own. */
  text_size: (typeof textSizes)[number];
  /** Abusive words are blurred until they are asked for. */
  blur: boolean;
  /** The desk begins with one comment at a time. */
  focus_mode: boolean;
  /** How long it is offered to take a decision back. */
  undo_seconds: (typeof undoTimes)[number];
}

export const defaultSettings: DeskSettings = {
  language: "",
  theme: "system",
  text_size: 100,
  blur: true,
  focus_mode: false,
  undo_seconds: 12,
};

const storageKey = "rejoinder-desk-settings";

/** Whatever was stored, by whatever version: what is not understood is as it is at first. */
export function settingsFrom(stored: unknown): DeskSettings {
  const given = (typeof stored === "object" && stored ? stored : {}) as Record<string, unknown>;
  const oneOf = <T>(all: readonly T[], value: unknown, otherwise: T) =>
    all.find((one) => one === value) ?? otherwise;
  const none = defaultSettings;
  return {
    language: typeof given["language"] === "string" ? given["language"] : none.language,
    theme: oneOf(themes, given["theme"], none.theme),
    text_size: oneOf(textSizes, given["text_size"], none.text_size),
    blur: oneOf([true, false], given["blur"], none.blur),
    focus_mode: oneOf([true, false], given["focus_mode"], none.focus_mode),
    undo_seconds: oneOf(undoTimes, given["undo_seconds"], none.undo_seconds),
  };
}

/** Those of the last visit. Storage may be denied; then the desk begins plainly. */
export function rememberedSettings(): DeskSettings {
  try {
    return settingsFrom(JSON.parse(localStorage.getItem(storageKey) ?? "{}"));
  } catch {
    return defaultSettings;
  }
}

export function rememberSettings(settings: DeskSettings): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(settings));
  } catch {
    // The next first paint is plain.
  }
}

/** What the style sheets go by. */
export function applySettings(
  { theme, text_size, blur }: DeskSettings,
  { dataset } = document.documentElement,
): void {
  if (theme === "system") delete dataset["theme"];
  else dataset["theme"] = theme;
  dataset["textSize"] = String(text_size);
  dataset["blur"] = blur ? "on" : "off";
}
