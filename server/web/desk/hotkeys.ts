// Which key does what.

import type { DecisionAction } from "../shared/desk-types.ts";
import { latinKey } from "./latin-key.ts";

export type Command =
  | "next"
  | "previous"
  | DecisionAction
  | "reject_reason"
  | "cluster"
  | "undo"
  | "select"
  | "select_range"
  | "details"
  | "mask"
  | "edit"
  | "author"
  | "story"
  | "blur"
  | "focus"
  | "fresh"
  | "filter"
  | "help"
  | "close"
  | "tab1"
  | "tab2"
  | "tab3"
  | "tab4"
  | "tab5"
  | "tab6";

export const keys: Readonly<Record<string, Command>> = {
  j: "next",
  k: "previous",
  a: "approve",
  r: "reject",
  s: "spam",
  c: "cluster",
  u: "undo",
  x: "select",
  e: "details",
  m: "mask",
  i: "edit",
  h: "author",
  t: "story",
  b: "blur",
  f: "focus",
  n: "fresh",
  "/": "filter",
  "?": "help",
  Escape: "close",
  "1": "tab1",
  "2": "tab2",
  "3": "tab3",
  "4": "tab4",
  "5": "tab5",
  "6": "tab6",
};

/** What the same key does with Shift. */
const withShift: Partial<Readonly<Record<Command, Command>>> = {
  select: "select_range",
  reject: "reject_reason",
};

/** What must happen once for each press, however long the key is held. */
const oncePerPress: readonly Command[] = [
  ...["approve", "reject", "spam", "undo", "select"] as const,
  ...["story", "details", "author", "focus", "blur", "cluster", "mask", "edit"] as const,
];

export type Press = Pick<
  KeyboardEvent,
  "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey" | "repeat" | "isComposing"
> &
  Partial<Pick<KeyboardEvent, "code">>;

/** The command of a key, or undefined where the key belongs to the browser or to a field. */
export function commandFor(press: Press, isTyping: boolean): Command | undefined {
  if (press.ctrlKey || press.metaKey || press.altKey || press.isComposing) return undefined;
  const key = latinKey(press);
  const command = Object.hasOwn(keys, key) ? keys[key] : undefined;
  if (command === undefined || (isTyping && command !== "close")) return undefined;
  if (press.repeat && oncePerPress.includes(command)) return undefined;
  return (press.shiftKey && withShift[command]) || command;
}

/** Whether the focus is where keys write or choose something. */
export function isTypingIn(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !["checkbox", "radio"].includes(target.type);
  return target.matches("textarea, select, [contenteditable]");
}

/** Listens to the whole page. Returns what ends it. */
export function listenForKeys(onCommand: (command: Command, event: KeyboardEvent) => void) {
  const listen = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    const command = commandFor(event, isTypingIn(event.target));
    if (command) onCommand(command, event);
  };
  document.addEventListener("keydown", listen);
  return () => document.removeEventListener("keydown", listen);
}
