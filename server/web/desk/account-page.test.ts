import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { problem } from "../testing/fake-server.ts";
import { hasAccount } from "../testing/sample-account.ts";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

test("account page: is for everybody, and has a heading for each part", async () => {
  hasAccount(page.server);
  await page.visit("account", { role: "viewer", sites: ["courier"] });
  assert.equal(page.textOf("h2"), "Account");
  assert.equal(page.textOf("h2 + p"), "Ada, Viewer, for courier");
  assert.deepEqual(page.texts(".office h3"), [
    ...["Settings", "Password", "Second factor", "Where you are signed in", "API tokens"],
  ]);
});

test("account page: the settings are here, too", async () => {
  hasAccount(page.server);
  await page.visit("account");
  const form = page.find<HTMLElement & { signIn?: unknown }>("rejoinder-settings-form");
  assert(form.signIn);
});

test("account page: after signing in again, what failed is there", async () => {
  const sessions = "GET /api/v1/desk/sessions";
  hasAccount(page.server);
  page.server.on(sessions, problem(401, "not_signed_in"));
  await page.visit("account");
  assert.equal(page.textOf("[role=dialog] h1"), "Your session has ended");
  hasAccount(page.server);
  await page.signIn("Ada", "pw");
  assert.equal(page.count("rejoinder-session-list li"), 1);
});
