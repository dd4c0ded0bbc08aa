import "../testing/browser.ts";

import { CopyButton } from "./copy-button.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

import { define } from "./light-element.ts";
import { translatorFor } from "./messages.ts";

async function press(writeText: (text: string) => Promise<void>): Promise<string | undefined> {
  define("rejoinder-copy-button", CopyButton);
  Object.assign(navigator, { clipboard: { writeText } });
  const button = document.createElement("rejoinder-copy-button") as CopyButton;
  Object.assign(button, { translator: translatorFor("en"), text: "secret" });
  document.body.append(button);
  await button.updateComplete;
  button.querySelector("button")?.click();
  await new Promise((done) => setTimeout(done));
  return button.querySelector("[role=status]")?.textContent ?? undefined;
}

test("copy button: copies, and says so", async () => {
  let copied = "";
  assert.equal(await press(async (text) => void (copied = text)), "Copied.");
  assert.equal(copied, "secret");
});

test("copy button: where there is no clipboard, that is said", async () => {
  const said = await press(() => Promise.reject(new Error("not allowed")));
  assert.equal(said, "This could not be copied. Please select and copy it yourself.");
});
