import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

test("rules page: g r leads to it, with the focus on its heading", async () => {
  await page.work([]);
  await page.key("g");
  await page.key("r");
  assert.equal(page.textOf("h2"), "Rules");
  assert.equal(document.activeElement, page.find("h2"));
});
