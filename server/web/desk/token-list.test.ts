import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { problem } from "../testing/fake-server.ts";
import { hasAccount, sampleToken } from "../testing/sample-account.ts";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

const api = "/api/v1/desk";

const list = "rejoinder-token-list";

test("token list: those that work come first, and say until when", async () => {
  const revoked = sampleToken("1", "Old", { revoked_at: "2026-10-02T10:00:00Z" });
  const over = sampleToken("2", "Over", { expires_at: "2026-10-05T10:00:00Z" });
  const used = { used_at: "2026-10-12T08:00:00Z", scopes: ["read" as const, "decide" as const] };
  hasAccount(page.server, [revoked, over, sampleToken("3", "Export", used)]);
  await page.visit("account");
  const [first, second, third] = page.texts(`${list} li`);
  assert.match(first ?? "", /^Export Look at .*, Decide on comments Made .*, last used 1 hour ago/);
  assert.match(first ?? "", /valid until .*2027.* Revoke$/s);
  assert.match(second ?? "", /revoked Oct 2, 2026/);
  assert.match(third ?? "", /never used, over since Oct 5, 2026/);
  assert.equal(page.count("[data-revoke]"), 1);
});

test("token list: one is revoked", async () => {
  hasAccount(page.server, [sampleToken("3", "Export")]);
  page.server.on(`DELETE ${api}/tokens/3`, { status: 204 });
  await page.visit("account");
  await page.press('[data-revoke="3"]');
  assert.match(page.textOf(".notices"), /The token “Export” is revoked\./);
  assert.equal(page.server.asked(`GET ${api}/tokens`).length, 2);
  page.server.on(`DELETE ${api}/tokens/3`, problem(404, "token_not_found"));
  await page.press('[data-revoke="3"]');
  assert.match(page.textOf(".notices[role=alert]"), /This token is not there any more\./);
});

test("token list: that there is none is said", async () => {
  hasAccount(page.server);
  await page.visit("account");
  assert.equal(page.textOf(`${list} .empty`), "No tokens.");
});
