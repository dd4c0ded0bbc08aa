import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { problem } from "../testing/fake-server.ts";
import { sampleDeskComment as comment, sampleFinding as finding } from "../testing/sample-desk.ts";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

const text = "👍 Tom Smith, 555 1234";
const found = [finding("contact_data", 13, 21), finding("suspect_word", 2, 5)];
const a = comment("a", 1, { text, findings: found });
const edits = "POST /api/v1/desk/comments/a/edits";

async function select(from: number, to: number): Promise<void> {
  page.find<HTMLTextAreaElement>("[name=text]").setSelectionRange(from, to);
  page.find("[name=text]").focus();
  await page.key("Enter");
}

test("mask sheet: a selection is masked, seen, and saved by characters", async () => {
  const now = { ...a, revision: 2, text: "👍 ███, 555 1234", history: [] };
  page.server.on(edits, { body: { comment: now, undo: "u-1" } });
  await page.work([a]);
  await page.key("m");
  assert.equal(document.activeElement, page.find("[name=text]"));
  await select(3, 12);
  assert.equal(page.textOf("[data-preview]"), "👍 ███, 555 1234");
  await page.write("[name=reason]", "a name");
  await page.submit("[role=dialog] form");
  const form = { revision: 1, mask: [{ start: 2, end: 11 }], reason: "a name" };
  assert.deepEqual(page.server.asked(edits)[0]?.body, form);
  assert.match(page.textOf(".notices"), /Masked: the comment by Author of a/);
});

test("mask sheet: what was found is offered, by itself and all at once", async () => {
  await page.work([a]);
  await page.press("[data-mask]");
  assert.deepEqual(page.texts("[data-found]"), ["Tom", "555 1234"]);
  await page.press('[data-found="13-21"]');
  assert.equal(page.textOf("[data-preview]"), "👍 Tom Smith, ███");
  await page.press("[data-all-found]");
  assert.equal(page.textOf("[data-preview]"), "👍 ███ Smith, ███");
  await page.press('[data-found="13-21"]');
  assert.equal(page.textOf("[data-preview]"), "👍 ███ Smith, 555 1234");
  await page.press(".blot");
  assert.equal(page.textOf("[data-preview]"), text);
});

test("mask sheet: nothing is not sent", async () => {
  await page.work([a]);
  await page.key("m");
  await page.press("[data-mask-selection]");
  assert.match(page.textOf("[role=dialog] [role=alert]"), /select a part/);
  await page.submit("[role=dialog] form");
  assert.match(page.textOf("[role=dialog] [role=alert]"), /Nothing is masked/);
  assert.equal(page.server.asked(edits).length, 0);
});

test("mask sheet: its text cannot be written in", async () => {
  await page.work([a]);
  await page.key("m");
  const field = page.find<HTMLTextAreaElement>("[name=text]");
  const event = new Event("beforeinput", { bubbles: true, cancelable: true });
  assert(!field.dispatchEvent(event));
  field.value = "x";
  field.dispatchEvent(new Event("input", { bubbles: true }));
  assert.equal(field.value, text);
});

test("mask sheet: of a text that has changed, the places are asked for again", async () => {
  page.server.on(edits, problem(409, "revision_conflict"));
  const now = { ...a, revision: 2, text: "Shorter", findings: [], history: [] };
  page.server.on("GET /api/v1/desk/comments/a", { body: now });
  await page.work([a]);
  await page.key("m");
  await select(0, 2);
  await page.write("[name=reason]", "a name");
  await page.submit("[role=dialog] form");
  assert.equal(page.textOf("[data-preview]"), "Shorter");
  assert.match(page.textOf("[role=dialog] [role=alert]"), /mask it as it reads now/);
});
