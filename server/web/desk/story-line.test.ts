import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { sampleDeskComment as comment } from "../testing/sample-desk.ts";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

test("story line: where it is, its state, and how to see only this story", async () => {
  await page.work([comment("a", 1)]);
  assert.match(page.textOf(".story"), /^courier The ferry Only this story Comments open/);
  await page.press(".story-state");
  assert.equal(page.count(".story-settings button"), 3);
  assert.equal(page.find(".story-state").getAttribute("aria-expanded"), "true");
});

test("story line: a story without a title is called by its id", async () => {
  const story = { id: "ferry", url: "https://paper.example/ferry", state: "closed" } as const;
  await page.work([comment("a", 1, { story })], { role: "viewer" });
  assert.match(page.textOf(".story"), /^courier ferry Only this story Comments closed$/);
});
