import "../testing/browser.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

import { defaultSettings, rememberSettings } from "./settings.ts";

test("first paint: it is in the colours and the size of the last visit", async () => {
  rememberSettings({ ...defaultSettings, theme: "dark", text_size: 150 });
  await import("./first-paint.ts");
  const { dataset } = document.documentElement;
  assert.equal(dataset["theme"], "dark");
  assert.equal(dataset["textSize"], "150");
  localStorage.clear();
});
