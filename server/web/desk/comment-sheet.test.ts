import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { problem } from "../testing/fake-server.ts";
import { sampleDeskComment } from "../testing/sample-desk.ts";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

const api = "/api/v1/desk";

const at = "2026-10-12T08:00:00Z";

async function open(): Promise<void> {
  const event = { id: "1", kind: "banned", by: "Ada", at, comment: "a" };
  page.server.on(`GET ${api}/events`, { body: { events: [event], next: null } });
  await page.visit("audit");
  await page.press("[data-comment]");
}

test("comment sheet: the comment, how it stands, and what happened", async () => {
  const history = [{ id: "1", kind: "decided", to: "spam", by: "Mira", at }];
  const body = { ...sampleDeskComment("a", 0, { state: "spam" }), history };
  page.server.on(`GET ${api}/comments/a`, { body });
  await open();
  assert.match(page.textOf("[role=dialog]"), /Author of a Spam courier \/ The ferry/);
  assert.equal(page.textOf("[role=dialog] blockquote"), "Text of a");
  assert.match(page.textOf("[role=dialog] .details li"), /Mira: Spam$/);
  assert.equal(page.server.asked(`GET ${api}/comments/a`).length, 1);
});

test("comment sheet: one that is gone says so", async () => {
  page.server.on(`GET ${api}/comments/a`, problem(404, "comment_not_found"));
  await open();
  assert.match(page.textOf("[role=dialog] [role=alert]"), /This comment is not there any more/);
});
