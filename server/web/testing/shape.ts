// The shape of what is shown, for tests to compare.

import type { Thread } from "../widget/threads.ts";

/** "a(b(c)) d": a with b below it and c below that, then d. */
export function shapeOf(threads: readonly Thread[]): string {
  return threads
    .map(({ entry, replies }) => entry.id + (replies.length ? `(${shapeOf(replies)})` : ""))
    .join(" ");
}
