import { themeFor } from "./theme.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

test("theme: light text means a dark page, whatever the system prefers", () => {
  assert.equal(themeFor("rgb(233, 229, 222)", false), "dark");
  assert.equal(themeFor("rgba(255, 255, 255, 0.87)", false), "dark");
  assert.equal(themeFor("rgb(27, 26, 24)", true), "light");
  assert.equal(themeFor("rgb(20 20 20 / 0.9)", true), "light");
});

test("theme: a colour in another notation leaves it to the system", () => {
  assert.equal(themeFor("oklch(0.9 0.01 90)", true), "dark");
  assert.equal(themeFor("", false), "light");
});
