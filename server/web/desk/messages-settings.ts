// How one wants the desk.

export const settingsMessages = {
  "settings.heading": "Settings",
  "settings.language": "Language",
  "settings.language.browser": "As in the browser",
  "settings.theme": "Appearance",
  "settings.theme.system": "As on the device",
  "settings.theme.light": "Light",
  "settings.theme.dark": "Dark",
  "settings.text_size": "Text size",
  "settings.blur": "Blur abusive words",
  "settings.blur.note": "They are readable while you point at them; B shows all of a comment.",
  "settings.focus_mode": "Begin in focus mode",
  "settings.focus_mode.note": "One comment at a time, from the start.",
  "settings.undo": "How long Undo is offered",
  "settings.undo.seconds": { one: "{count} second", other: "{count} seconds" },
  "settings.saved": "Saved.",
  "settings.failed": "Not saved on the server. {reason}",
  "help.blur": "Show blurred words, or blur them again",
} as const;
