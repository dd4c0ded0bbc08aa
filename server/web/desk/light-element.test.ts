import "../testing/browser.ts";

import { define, LightElement } from "./light-element.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

import { html } from "lit";

class Sample extends LightElement {
  protected override render() {
    return html`<p>in the page</p>`;
  }
}

test("light element: shows in the page's own tree; defined twice, no harm", async () => {
  define("sample-element", Sample);
  define("sample-element", Sample);
  const element = document.createElement("sample-element") as Sample;
  document.body.append(element);
  await element.updateComplete;
  assert.equal(element.shadowRoot, null);
  assert.equal(document.querySelector("p")?.textContent, "in the page");
});
