import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { problem } from "../testing/fake-server.ts";
import { sampleDeskComment as comment } from "../testing/sample-desk.ts";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

const story = "PATCH /api/v1/desk/stories/courier/ferry";

test("story settings: the present state is marked and focused", async () => {
  await page.work([comment("a", 1)]);
  await page.press("button.story-state");
  assert.equal(page.find("[aria-pressed=true]").dataset["storyState"], "open");
  assert.equal(document.activeElement, page.find("[aria-pressed=true]"));
  await page.press('[data-story-state="open"]');
  assert.equal(page.server.asked(story).length, 0);
});

test("story settings: closing a story is sent, told, and shown on its comments", async () => {
  page.server.on(story, { body: { story: { id: "ferry", state: "closed", count: 1 } } });
  await page.work([comment("a", 1)]);
  await page.press("button.story-state");
  await page.press('[data-story-state="closed"]');
  assert.deepEqual(page.server.asked(story)[0]?.body, { state: "closed" });
  assert.equal(page.find("button.story-state").dataset["state"], "closed");
  assert.match(page.textOf(".notices"), /“The ferry” is now: Comments closed\./);
  assert.equal(document.querySelectorAll(".story-settings").length, 0);
});

test("story settings: a refusal is said, and the state stays", async () => {
  page.server.on(story, problem(403, "not_allowed"));
  await page.work([comment("a", 1)]);
  await page.press("button.story-state");
  await page.press('[data-story-state="pre_moderated"]');
  assert.match(page.textOf("[role=alert]"), /not changed\. Your role does not allow this\./);
  assert.equal(page.find("button.story-state").dataset["state"], "open");
});
