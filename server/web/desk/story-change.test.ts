import "../testing/browser.ts";

import { changeStory } from "./story-change.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { ApiError } from "../shared/request.ts";
import { Clock } from "../testing/clock.ts";
import { sampleDeskComment } from "../testing/sample-desk.ts";
import { translatorFor } from "./messages.ts";
import { Notices } from "./notices.ts";

let clock: Clock;
beforeEach(() => (clock = new Clock().install()));
afterEach(() => clock.uninstall());

async function change(setStoryState: () => Promise<void>) {
  const notices = new Notices(() => {});
  const use = { translator: translatorFor("en"), notices };
  const came = await changeStory({ setStoryState }, use, sampleDeskComment("a"), "closed");
  return { came, told: notices.items.map(({ text }) => text) };
}

test("story change: what became of it is told, either way", async () => {
  assert.deepEqual(await change(async () => {}), {
    came: true,
    told: ["“The ferry” is now: Comments closed."],
  });
  const failed = await change(() => Promise.reject(new ApiError(0, "network")));
  assert(!failed.came);
  assert.match(failed.told[0] ?? "", /could not be reached/);
});
