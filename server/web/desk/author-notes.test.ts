import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { problem } from "../testing/fake-server.ts";
import { sampleAuthor, sampleDeskComment as comment } from "../testing/sample-desk.ts";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

const notes = "POST /api/v1/desk/authors/p-a/notes";

beforeEach(async () => {
  page.server.on("GET /api/v1/desk/authors/p-a", { body: sampleAuthor() });
  await page.work([comment("a")]);
  await page.key("h");
});

test("author notes: are seen, and a new one is kept", async () => {
  assert.match(page.textOf(".author-sheet .notes"), /^Was warned\. Mira, /);
  page.server.on(notes, ({ body }) => ({
    status: 201,
    body: { text: body?.["text"], by: "Ada", at: "2026-10-12T09:00:00Z" },
  }));
  await page.write("[name=note]", " Kind since. ");
  await page.submit(".note-form");
  assert.deepEqual(page.server.asked(notes)[0]?.body, { text: "Kind since." });
  assert.match(page.textOf(".author-sheet .notes li"), /^Kind since\. Ada, /);
  assert.equal(page.find<HTMLTextAreaElement>("[name=note]").value, "");
  assert.match(page.textOf(".notices"), /The note is kept/);
});

test("author notes: an empty one is not sent; one that fails is not lost", async () => {
  await page.submit(".note-form");
  assert.equal(page.textOf(".note-form .problem"), "Please write a note.");
  assert.equal(document.activeElement, page.find("[name=note]"));
  page.server.on(notes, problem(503, "temporarily_unavailable"));
  await page.write("[name=note]", "Kind");
  await page.submit(".note-form");
  assert.match(page.textOf(".note-form .problem"), /cannot do this at the moment/);
  assert.equal(page.find<HTMLTextAreaElement>("[name=note]").value, "Kind");
});
