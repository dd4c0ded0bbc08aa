import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { sampleDeskComment as comment } from "../testing/sample-desk.ts";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

test("work sheets: a viewer's keys open none that decides or changes", async () => {
  const cluster = { id: "7", waiting: 9 };
  await page.work([comment("a", 1, { cluster })], { role: "viewer" });
  await page.key("R", { shiftKey: true });
  for (const key of ["m", "i", "c"]) await page.key(key);
  assert.equal(page.count("[role=dialog]"), 0);
});

test("work sheets: to open a text claims its comment at once", async () => {
  const claim = "PUT /api/v1/desk/claims/b";
  page.server.on(claim, { body: { comment: "b", by: "Ada", mine: true } });
  await page.work([comment("a", 1), comment("b", 2)]);
  await page.press('[data-comment-id="b"] [data-edit]');
  assert.equal(page.server.asked(claim).length, 1);
  assert.equal(page.selected, "b");
});
