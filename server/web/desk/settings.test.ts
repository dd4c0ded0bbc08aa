import "../testing/browser.ts";

import {
  applySettings,
  defaultSettings,
  rememberedSettings,
  rememberSettings,
  settingsFrom,
} from "./settings.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

const own = { ...defaultSettings, theme: "dark", text_size: 130, blur: false } as const;

test("settings: what was stored is taken, what is not understood is not", () => {
  assert.deepEqual(settingsFrom(own), own);
  const odd = { theme: "pink", text_size: 1000, blur: "no", language: 7, more: true };
  assert.deepEqual(settingsFrom(odd), defaultSettings);
  for (const nothing of [undefined, null, "x", []])
    assert.deepEqual(settingsFrom(nothing), defaultSettings);
});

test("settings: the browser remembers them", () => {
  rememberSettings(own);
  assert.deepEqual(rememberedSettings(), own);
  localStorage.setItem("rejoinder-desk-settings", "{");
  assert.deepEqual(rememberedSettings(), defaultSettings);
  localStorage.clear();
  assert.deepEqual(rememberedSettings(), defaultSettings);
});

test("settings: where nothing may be remembered, nothing fails", () => {
  const { localStorage: real } = globalThis;
  Object.defineProperty(globalThis, "localStorage", { value: undefined, configurable: true });
  rememberSettings(own);
  assert.deepEqual(rememberedSettings(), defaultSettings);
  Object.defineProperty(globalThis, "localStorage", { value: real, configurable: true });
});

test("settings: they are attributes of the page; the device's theme is none", () => {
  const root = document.createElement("html");
  applySettings(own, root);
  assert.deepEqual({ ...root.dataset }, { theme: "dark", textSize: "130", blur: "off" });
  applySettings(defaultSettings, root);
  assert.deepEqual({ ...root.dataset }, { textSize: "100", blur: "on" });
});
