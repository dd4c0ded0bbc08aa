import { reasonCodes, reasonOf, reasonText } from "./reject-reasons.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

import { translatorFor } from "./messages.ts";

const translator = translatorFor("en");

test("reject reasons: a code, and own words where there are some", () => {
  assert.equal(reasonOf("insult", "  "), "insult");
  assert.equal(reasonOf("insult", " you fool "), "insult: you fool");
});

test("reject reasons: a code is told by its name", () => {
  for (const code of reasonCodes) assert.notEqual(reasonText(translator, code), code);
  assert.equal(reasonText(translator, "insult: a: b"), "Insult: a: b");
  assert.equal(reasonText(translator, "reported"), "Reported by readers");
  assert.equal(reasonText(translator, "advert"), "advert");
  assert.equal(reasonText(translator, "see: there"), "see: there");
});
