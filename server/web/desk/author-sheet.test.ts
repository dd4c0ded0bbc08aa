import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { problem } from "../testing/fake-server.ts";
import { sampleAuthor, sampleDeskComment as comment } from "../testing/sample-desk.ts";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

const author = "GET /api/v1/desk/authors/p-a";
const list = "GET /api/v1/desk/comments";

test("author sheet: names, first seen; Escape gives the focus back", async () => {
  page.server.on(author, { body: sampleAuthor() });
  await page.work([comment("a")]);
  await page.key("j");
  await page.key("h");
  assert.equal(page.textOf("[role=dialog] h2"), "Author of a");
  assert.match(page.textOf(".author-sheet"), /First seen on .*March 4, 2025/);
  assert.deepEqual(page.texts(".names li"), ["Tom 12 comments", "Tommy 1 comment"]);
  await page.key("a");
  assert.deepEqual(page.decisions, []);
  await page.key("Escape");
  assert.equal(page.count("[role=dialog]"), 0);
  assert.equal(document.activeElement, page.find("article"));
});

test("author sheet: opens from the name, and says what is wrong", async () => {
  page.server.on(author, problem(404, "author_not_found"));
  await page.work([comment("a")]);
  await page.press("article .name");
  assert.equal(page.textOf("[role=dialog] .problem"), "Nothing is known of this author any more.");
});

test("author sheet: all comments of the author are listed", async () => {
  page.server.on(author, { body: sampleAuthor() });
  await page.work([comment("a")]);
  await page.key("h");
  assert.equal(page.find("[data-list]").getAttribute("href"), "/desk/?state=all&author=p-a");
  await page.press("[data-list]");
  assert.equal(page.count("[role=dialog]"), 0);
  assert.equal(location.search, "?state=all&author=p-a");
  const query = page.server.asked(list).pop()?.query;
  assert.equal(String(query), "sort=newest&author=p-a&limit=50");
});

test("author sheet: a ban is made, told, and lifted", async () => {
  page.server.on(author, { body: sampleAuthor() });
  const at = "2026-10-12T09:00:00Z";
  page.server.on("POST /api/v1/desk/authors/p-a/bans", { body: { id: "9", by: "Ada", at } });
  page.server.on("DELETE /api/v1/desk/bans/7", { status: 204 });
  await page.work([comment("a")]);
  await page.key("h");
  await page.press("[data-ban]");
  await page.submit(".ban-form");
  assert.match(page.textOf(".notices"), /Author of a is banned/);
  assert.equal(page.count(".ban-form"), 0);
  assert.equal(document.activeElement, page.find("[data-ban]"));
  assert.equal(page.count(".bans li"), 2);
  await page.press('[data-lift="7"]');
  assert.match(page.textOf(".notices"), /The ban is lifted/);
  assert.equal(page.server.asked("DELETE /api/v1/desk/bans/7").length, 1);
});

test("author sheet: a viewer looks, and does nothing", async () => {
  page.server.on(author, { body: sampleAuthor() });
  await page.work([comment("a")], { role: "viewer" });
  await page.key("h");
  assert.equal(page.count(".names li"), 2);
  assert.equal(page.count("[data-ban], [data-lift], [data-reveal], [data-reject-all], form.n"), 0);
  assert.equal(page.count("[name=note]"), 0);
});
