import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { sampleAuthor, sampleDeskComment as comment } from "../testing/sample-desk.ts";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

test("sheets: what is being written is left first, then the sheet", async () => {
  page.server.on("GET /api/v1/desk/authors/p-a", { body: sampleAuthor() });
  await page.work([comment("a")]);
  await page.key("h");
  page.find("[name=note]").focus();
  await page.write("[name=note]", "half a");
  await page.key("Escape");
  assert.equal(document.activeElement, page.find("[role=dialog]"));
  await page.key("Escape");
  assert.equal(page.count("[role=dialog]"), 0);
});

test("sheets: a field that holds what it held at first is left with its sheet", async () => {
  for (const key of ["i", "m"]) {
    await page.work([comment("a")]);
    await page.key(key);
    page.find("textarea").focus();
    await page.key("Escape");
    assert.equal(page.count("[role=dialog]"), 0, key);
  }
});

test("sheets: are named by their heading, and closed by their button", async () => {
  await page.work([comment("a")]);
  await page.key("?");
  const dialog = page.find("[role=dialog]");
  assert.equal(page.textOf(`#${dialog.getAttribute("aria-labelledby")}`), "Keys");
  assert(page.find(".desk").hasAttribute("inert"));
  await page.press("[data-close]");
  assert(!page.find(".desk").hasAttribute("inert"));
});

test("sheets: stay below the sign-in form when a session ends", async () => {
  await page.work([comment("a")]);
  await page.key("?");
  page.endSession();
  page.sockets.last.breakOff();
  await page.clock.settle();
  page.find(".sign-in");
  assert.equal(page.find(".help").closest("[inert]")?.tagName, "DIV");
});
