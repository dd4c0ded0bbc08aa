import "../testing/browser.ts";

import { when, whenText } from "./when.ts";

import assert from "node:assert/strict";
import { test } from "node:test";
import { render } from "lit";

import { translatorFor } from "./messages.ts";

test("when: as people say it, and exactly for who asks", () => {
  const translator = translatorFor("en");
  const at = new Date(Date.now() - 3 * 3_600_000).toISOString();
  render(when(at, translator), document.body);
  const time = document.querySelector("time");
  assert.equal(time?.textContent, "3 hours ago");
  assert.equal(time?.getAttribute("datetime"), at);
  assert.match(time?.title ?? "", /\d{4}/);
  assert.equal(whenText(new Date().toISOString(), translator), "just now");
});
