import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { problem } from "../testing/fake-server.ts";
import { sampleAuthor, sampleDeskComment as comment } from "../testing/sample-desk.ts";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

const bans = "POST /api/v1/desk/authors/p-a/bans";

beforeEach(async () => {
  page.server.on("GET /api/v1/desk/authors/p-a", { body: sampleAuthor() });
  page.server.on(bans, { status: 201, body: { id: "9", by: "Ada", at: "2026-10-12T09:00:00Z" } });
  await page.work([comment("a")]);
  await page.key("h");
  await page.press("[data-ban]");
});

test("ban form: unless one says otherwise, a week on this site", async () => {
  await page.submit(".ban-form");
  assert.deepEqual(page.server.asked(bans)[0]?.body, { site: "courier", days: 7 });
});

test("ban form: where, how long and why are sent", async () => {
  page.find<HTMLInputElement>("[value=story]").checked = true;
  page.find<HTMLSelectElement>("[name=term]").value = "month";
  await page.write("[name=reason]", " rude ");
  await page.submit(".ban-form");
  const form = { site: "courier", story: "ferry", days: 30, reason: "rude" };
  assert.deepEqual(page.server.asked(bans)[0]?.body, form);
});

test("ban form: everywhere and for good names neither", async () => {
  page.find<HTMLInputElement>("[value=everywhere]").checked = true;
  page.find<HTMLSelectElement>("[name=term]").value = "good";
  await page.submit(".ban-form");
  assert.deepEqual(page.server.asked(bans)[0]?.body, {});
});

test("ban form: what is wrong is said, and the form stays", async () => {
  page.server.on(bans, problem(403, "not_allowed"));
  await page.submit(".ban-form");
  assert.equal(page.textOf(".ban-form .problem"), "Your role does not allow this.");
});
