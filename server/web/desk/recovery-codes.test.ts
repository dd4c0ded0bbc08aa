import "../testing/browser.ts";

import { RecoveryCodes } from "./recovery-codes.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

import { CopyButton } from "./copy-button.ts";
import { define } from "./light-element.ts";
import { translatorFor } from "./messages.ts";

test("recovery codes: take the focus, can be copied and saved, and are left", async () => {
  define("rejoinder-copy-button", CopyButton);
  define("rejoinder-recovery-codes", RecoveryCodes);
  let saved: Blob | undefined;
  let kept = 0;
  URL.createObjectURL = (object) => {
    saved = object as Blob;
    return "#codes";
  };
  URL.revokeObjectURL = () => {};
  const element = document.createElement("rejoinder-recovery-codes") as RecoveryCodes;
  const onKept = () => ++kept;
  Object.assign(element, { translator: translatorFor("en"), codes: ["a-b", "c-d"], onKept });
  document.body.append(element);
  await element.updateComplete;
  assert.equal(document.activeElement, element.querySelector("h4"));
  assert.equal(element.querySelector<CopyButton>("rejoinder-copy-button")?.text, "a-b\nc-d\n");
  element.querySelector<HTMLElement>("[data-save]")?.click();
  assert.equal(await saved?.text(), "a-b\nc-d\n");
  element.querySelector<HTMLElement>("[data-kept]")?.click();
  assert.equal(kept, 1);
});
