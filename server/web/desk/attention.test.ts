import { attentionAfterMs } from "./attention.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

test("attention: what is opened is looked at; in a list, what one stays at", () => {
  assert.equal(attentionAfterMs({ isOpen: true, isFocusMode: false }), 0);
  assert.equal(attentionAfterMs({ isOpen: false, isFocusMode: false }), 1_500);
  const inFocus = attentionAfterMs({ isOpen: false, isFocusMode: true });
  assert(inFocus > 0 && inFocus < 1_000);
});
