import { roleName, siteNames, sitesText } from "./rights-text.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

import { translatorFor } from "./messages.ts";

const translator = translatorFor("en");

test("rights text: roles by name, and one that is not known as it is spelled", () => {
  assert.equal(roleName(translator, "admin"), "Admin");
  assert.equal(roleName(translator, "editor"), "editor");
});

test("rights text: all sites, or some", () => {
  assert.equal(sitesText(translator, undefined), "for all sites");
  assert.equal(sitesText(translator, ["a", "b"]), "for a and b");
  assert.equal(siteNames(translator, undefined), "All sites");
  assert.equal(siteNames(translator, ["a", "b", "c"]), "a, b, and c");
});
