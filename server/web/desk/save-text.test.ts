import "../testing/browser.ts";

import { saveText } from "./save-text.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

test("save text: offers a file, and keeps nothing of it", async () => {
  let blob: Blob | undefined;
  const revoked: string[] = [];
  URL.createObjectURL = (object) => {
    blob = object as Blob;
    return "blob:1";
  };
  URL.revokeObjectURL = (address) => void revoked.push(address);
  const clicked: string[] = [];
  document.addEventListener("click", ({ target }) => clicked.push(String(target)));
  const link = document.createElement("a");
  const { createElement } = document;
  link.click = () => clicked.push(`${link.download} ${link.href}`);
  document.createElement = (() => link) as unknown as typeof document.createElement;
  saveText("codes.txt", "a\nb\n");
  document.createElement = createElement;
  assert.deepEqual(clicked, ["codes.txt blob:1"]);
  assert.equal(await blob?.text(), "a\nb\n");
  assert.deepEqual(revoked, ["blob:1"]);
});
