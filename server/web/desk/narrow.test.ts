import { Narrow } from "./narrow.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

test("narrow: follows the window while it is asked to", () => {
  const listeners = new Set<() => void>();
  const match = {
    matches: false,
    addEventListener: (_: string, listen: () => void) => listeners.add(listen),
    removeEventListener: (_: string, listen: () => void) => listeners.delete(listen),
  };
  Object.assign(globalThis, { matchMedia: () => match });
  let changes = 0;
  const narrow = new Narrow(() => ++changes);
  assert(!narrow.isNarrow);
  narrow.begin();
  match.matches = true;
  for (const listen of listeners) listen();
  assert(narrow.isNarrow);
  assert.equal(changes, 1);
  narrow.end();
  assert.equal(listeners.size, 0);
});

test("narrow: where nothing can be asked there is room", () => {
  Object.assign(globalThis, { matchMedia: undefined });
  const narrow = new Narrow(() => {});
  narrow.begin();
  assert(!narrow.isNarrow);
});
