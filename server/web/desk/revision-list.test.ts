import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { sampleDeskComment as comment } from "../testing/sample-desk.ts";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

test("revision list: who changed what, when and why, each edit by itself", async () => {
  const at = "2026-10-12T08:30:00Z";
  const a = comment("a", 1, { text: "He is wrong." });
  const revisions = [
    { revision: 1, text: "He is a fool.", by: "Mira", at, reason: "insult" },
    { revision: 2, text: "He is a goose.", by: "Ada", at, undone: true },
  ];
  page.server.on("GET /api/v1/desk/comments/a", { body: { ...a, history: [], revisions } });
  await page.work([a]);
  await page.key("e");
  assert.match(page.textOf(".details"), /2 edits/);
  const [first, second] = page.texts(".revisions li > p:first-child");
  assert.match(first ?? "", /^Mira, .*2026.* insult$/);
  assert.match(second ?? "", /^Ada, .* Taken back since$/);
  assert.deepEqual(page.texts(".changes"), ["He is a foolgoose.", "He is a goosewrong."]);
  assert.deepEqual(page.texts(".changes del"), ["fool", "a goose"]);
  assert.deepEqual(page.texts(".changes ins"), ["goose", "wrong"]);
});
