// "g", then a letter, leads to a page. What follows a "g" is never anything else: not a decision.

import { isTypingIn } from "./hotkeys.ts";
import { latinKey } from "./latin-key.ts";

const prefix = "g";
const waitMs = 1_500;

/** `isOff` while keys are for something in front. Returns what ends it. */
export function listenForPageKeys(onKey: (key: string) => void, isOff: () => boolean): () => void {
  let awaitedUntil = 0;
  const listen = (event: KeyboardEvent) => {
    // Shift and its like come before the letter.
    if (event.key.length > 1 && event.key !== "Escape") return;
    const isAwaited = Date.now() < awaitedUntil;
    awaitedUntil = 0;
    const { ctrlKey, metaKey, altKey, isComposing, repeat } = event;
    if (event.defaultPrevented || ctrlKey || metaKey || altKey || isComposing) return;
    if (isTypingIn(event.target) || isOff()) return;
    const key = latinKey(event).toLowerCase();
    if (!isAwaited && (key !== prefix || repeat)) return;
    event.preventDefault();
    if (isAwaited) onKey(key);
    else awaitedUntil = Date.now() + waitMs;
  };
  // Before those who would take the second letter for a command.
  document.addEventListener("keydown", listen, true);
  return () => document.removeEventListener("keydown", listen, true);
}
