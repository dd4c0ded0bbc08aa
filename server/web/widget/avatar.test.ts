import "../testing/browser.ts";

import { hueOf, initialsOf } from "./avatar.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

test("avatar: initials are of the first and the last word", () => {
  const names = {
    "Ada Lovelace": "AL",
    ada: "A",
    "Jean-Luc van der Berg": "JB",
    "  ": "",
    "!?": "",
  };
  for (const [name, initials] of Object.entries(names)) assert.equal(initialsOf(name), initials);
});

test("avatar: a letter is kept whole", () => {
  assert.equal(initialsOf("𝒜da e\u0301mile"), "𝒜E\u0301");
  assert.equal(initialsOf("(Ω) 3rd"), "Ω3");
});

test("avatar: the same salt is the same hue, and salts differ", () => {
  assert.equal(hueOf("salt"), hueOf("salt"));
  const hues = new Set(Array.from({ length: 100 }, (_, i) => hueOf(`salt ${i}`)));
  assert(hues.size > 60);
  assert([...hues].every((hue) => hue >= 0 && hue < 360));
});
