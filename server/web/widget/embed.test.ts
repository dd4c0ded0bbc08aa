import "../testing/browser.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

test("embed: one script tag makes the element known, and its server", async () => {
  const script = document.createElement("script");
  script.src = "https://c.example/comments/embed.js?v=3";
  Object.defineProperty(document, "currentScript", { value: script, configurable: true });
  await import("./embed.ts");
  const { RejoinderComments } = await import("./widget.ts");
  assert.equal(RejoinderComments.defaultServer, "https://c.example/comments");
  assert.equal(customElements.get("rejoinder-comments"), RejoinderComments);
});
