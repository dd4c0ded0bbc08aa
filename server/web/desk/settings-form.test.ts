import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { sampleDeskComment as comment } from "../testing/sample-desk.ts";

const settings = "PUT /api/v1/desk/settings";
const german = { direction: "ltr", messages: { "settings.heading": "Einstellungen" } };

let page: DeskPage;
beforeEach(async () => {
  page = new DeskPage();
  page.server.on(settings, { status: 204 }).on("GET /languages/desk.de.json", { body: german });
  await page.work([comment("a", 1)]);
  await page.press("[data-settings]");
});
afterEach(async () => {
  await page.close();
  localStorage.clear();
});

const root = document.documentElement;
const saved = () => page.server.asked(settings).map(({ body }) => body);

test("settings form: what is chosen holds at once, and is saved", async () => {
  await page.press('[data-setting="theme"] label:nth-child(3) input');
  assert.equal(root.dataset["theme"], "dark");
  await page.press('[data-setting="text_size"] label:last-child input');
  assert.equal(root.dataset["textSize"], "150");
  await page.press('input[data-setting="blur"]');
  assert.equal(root.dataset["blur"], "off");
  assert.equal(page.textOf(".settings [role=status]"), "Saved.");
  assert.equal(saved().length, 3);
  const { theme, text_size, blur } = saved()[2] ?? {};
  assert.deepEqual([theme, text_size, blur], ["dark", 150, false]);
});

test("settings form: another language is spoken at once, by the form as well", async () => {
  await page.choose('[data-setting="language"]', "de");
  assert.equal(root.lang, "de");
  assert.equal(page.textOf(".sheet h2"), "Einstellungen");
  assert.equal(page.textOf(".masthead [data-settings]"), "Einstellungen");
  await page.choose('[data-setting="language"]', "");
  assert.equal(page.textOf(".sheet h2"), "Settings");
});

test("settings form: what cannot be saved is said, and holds all the same", async () => {
  page.server.on(settings, "unreachable");
  await page.press('input[data-setting="focus_mode"]');
  assert.match(page.textOf(".notices, rejoinder-notice-board"), /Not saved on the server\./);
  assert.equal(page.find<HTMLInputElement>('[data-setting="focus_mode"]').checked, true);
});

test("settings form: undo is offered for as long as one wants", async () => {
  await page.choose('[data-setting="undo_seconds"]', "60");
  assert.equal(saved()[0]?.["undo_seconds"], 60);
});
