import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { problem } from "../testing/fake-server.ts";
import { sampleDeskComment as comment } from "../testing/sample-desk.ts";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

const a = comment("a", 1, { text: "He is a fool." });
const edits = "POST /api/v1/desk/comments/a/edits";
const now = { ...a, revision: 2, text: "He is wrong.", edited_at: a.created_at };

async function write(text: string): Promise<void> {
  await page.write("[name=text]", text);
  await page.write("[name=reason]", "insult");
  await page.submit("[role=dialog] form");
}

test("edit sheet: i, another text, why; saved, told, taken back", async () => {
  page.server.on(edits, { body: { comment: { ...now, history: [] }, undo: "u-1" } });
  await page.work([a]);
  await page.key("i");
  assert.equal(document.activeElement, page.find("[name=text]"));
  page.has([now]);
  await write("He is wrong.");
  const form = { revision: 1, text: "He is wrong.", reason: "insult" };
  assert.deepEqual(page.server.asked(edits)[0]?.body, form);
  assert.equal(page.count("[role=dialog]"), 0);
  assert.equal(page.textOf(".content > .typed"), "He is wrong.");
  assert.equal(page.textOf(".marks"), "Edited");
  assert.match(page.textOf(".notices"), /Edited: the comment by Author of a/);
  page.takesBack([a]);
  page.has([{ ...a, revision: 3 }]);
  await page.key("u");
  assert.deepEqual(page.undos, ["u-1"]);
  assert.equal(page.textOf(".content > .typed"), "He is a fool.");
});

test("edit sheet: somebody was quicker: both are seen, and it can be saved again", async () => {
  const theirs = { ...a, revision: 2, text: "He is a goose." };
  page.server.on(edits, problem(409, "revision_conflict"));
  page.server.on("GET /api/v1/desk/comments/a", { body: { ...theirs, history: [] } });
  await page.work([a]);
  await page.key("i");
  await write("He is wrong.");
  assert.equal(page.textOf("[data-now]"), "He is a goose.");
  assert.match(page.textOf("[role=dialog] [role=alert]"), /has been changed meanwhile/);
  assert.equal(page.find<HTMLTextAreaElement>("[name=text]").value, "He is wrong.");
  page.server.on(edits, { body: { comment: { ...now, revision: 3, history: [] }, undo: "u" } });
  await page.submit("[role=dialog] form");
  assert.equal(page.server.asked(edits)[1]?.body?.["revision"], 2);
  assert.equal(page.count("[role=dialog]"), 0);
});

test("edit sheet: no text and no change are not sent; failures are told", async () => {
  page.server.on(edits, "unreachable");
  await page.work([a]);
  await page.press("[data-edit]");
  const told = () => page.textOf("[role=dialog] [role=alert]");
  await write(" ");
  assert.match(told(), /needs a text/);
  await write("He is a fool.");
  assert.match(told(), /Nothing has been changed/);
  assert.equal(page.server.asked(edits).length, 0);
  await write("He is wrong.");
  assert.match(told(), /could not be reached/);
});

test("edit sheet: what was written is there again when it was left", async () => {
  await page.work([a]);
  await page.key("i");
  await page.write("[name=text]", "He is wro");
  await page.key("Escape");
  await page.key("Escape");
  assert.equal(page.count("[role=dialog]"), 0);
  await page.key("i");
  assert.equal(page.find<HTMLTextAreaElement>("[name=text]").value, "He is wro");
  assert.match(page.textOf("[role=dialog]"), /your text of before/);
});
