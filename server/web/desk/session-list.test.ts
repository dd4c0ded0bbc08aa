import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { problem } from "../testing/fake-server.ts";
import { hasAccount, sampleSession } from "../testing/sample-account.ts";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

const api = "/api/v1/desk";

const list = "rejoinder-session-list";

beforeEach(async () => {
  hasAccount(page.server);
  const used_at = "2026-10-12T08:00:00Z";
  const sessions = [
    sampleSession("old"),
    sampleSession("phone", { used_at, agent: "" }),
    sampleSession("here", { current: true, agent: "Chrome on Windows" }),
  ];
  page.server.on(`GET ${api}/sessions`, { body: { sessions } });
  await page.visit("account");
});

test("session list: this one first, then the latest", () => {
  const [here, phone, old] = page.texts(`${list} li`);
  assert.match(here ?? "", /^Chrome on Windows This session Since Oct 1, 2026/);
  assert.match(phone ?? "", /^Unknown browser .* last used 1 hour ago End$/);
  assert.match(old ?? "", /^Firefox on Linux/);
  assert.equal(page.count(`${list} [data-end]`), 2);
});

test("session list: one is ended, or all others", async () => {
  page.server
    .on(`DELETE ${api}/sessions/phone`, { status: 204 })
    .on(`DELETE ${api}/sessions`, { status: 204 });
  await page.press("[data-end=phone]");
  assert.match(page.textOf(".notices"), /The session has ended\./);
  hasAccount(page.server);
  await page.press("[data-end-others]");
  assert.match(page.textOf(".notices"), /All your other sessions have ended\./);
  assert.equal(page.count(`${list} li`), 1);
  assert.equal(page.count("[data-end-others]"), 0);
});

test("session list: one that has ended already is said", async () => {
  page.server.on(`DELETE ${api}/sessions/old`, problem(404, "session_not_found"));
  await page.press("[data-end=old]");
  assert.match(page.textOf(".notices[role=alert]"), /This session has ended already\./);
});
