import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { problem } from "../testing/fake-server.ts";
import { sampleDeskComment as comment } from "../testing/sample-desk.ts";
import { isEditable } from "./edits.ts";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

test("edits: what its author has taken away cannot be changed", async () => {
  assert(!isEditable({ state: "withdrawn" }));
  assert(isEditable({ state: "published" }));
  await page.work([comment("a", 1, { state: "erased" })]);
  await page.key("i");
  await page.key("m");
  assert.equal(page.count("[role=dialog], [data-edit], [data-mask]"), 0);
});

test("edits: how it is by now could not be asked: that is told, and nothing is lost", async () => {
  page.server.on("POST /api/v1/desk/comments/a/edits", problem(409, "revision_conflict"));
  page.server.on("GET /api/v1/desk/comments/a", problem(404, "comment_not_found"));
  await page.work([comment("a", 1)]);
  await page.key("i");
  await page.write("[name=text]", "Another");
  await page.write("[name=reason]", "better");
  await page.submit("[role=dialog] form");
  assert.match(page.textOf("[role=dialog] [role=alert]"), /not there any more/);
  assert.equal(page.find<HTMLTextAreaElement>("[name=text]").value, "Another");
});
