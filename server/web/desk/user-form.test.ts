import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import type { User } from "../shared/account-types.ts";
import { sampleUser } from "../testing/sample-account.ts";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

const api = "/api/v1/desk";

async function open(extra: Partial<User>): Promise<void> {
  const user = sampleUser("2", "Mira", extra);
  page.server
    .on(`GET ${api}/users`, { body: { users: [user], invitations: [] } })
    .on(`PATCH ${api}/users/2`, { body: user });
  await page.visit("team");
  await page.press('[data-change="2"]');
}

const sent = () => page.server.asked(`PATCH ${api}/users/2`).map(({ body }) => body);

test("user form: an account is disabled, and enabled", async () => {
  await open({});
  await page.press("[data-disable]");
  assert.deepEqual(sent(), [{ disabled: true }]);
  assert.match(page.textOf(".notices"), /Mira cannot sign in any more\./);
});

test("user form: who is disabled can be let in again", async () => {
  await open({ disabled: true });
  assert.equal(page.textOf("[data-disable]"), "Enable the account");
  await page.press("[data-disable]");
  assert.deepEqual(sent(), [{ disabled: false }]);
});

test("user form: a second factor is reset by who is sure", async () => {
  await open({ two_factor: true });
  await page.press("[data-reset]");
  assert.deepEqual(sent(), []);
  assert.equal(page.textOf("[data-reset]"), "Yes, reset it");
  await page.press("[data-reset]");
  assert.deepEqual(sent(), [{ two_factor: false }]);
});

test("user form: some sites are at least one", async () => {
  await open({ sites: ["courier"] });
  assert.equal(page.count("[data-reset]"), 0);
  await page.press("[role=dialog] [value=courier]");
  await page.submit("[role=dialog] form");
  assert.equal(page.textOf("[role=dialog] .problem"), "Please choose at least one site.");
  await page.press("[role=dialog] [value=gazette]");
  await page.submit("[role=dialog] form");
  assert.deepEqual(sent(), [{ role: "moderator", sites: ["gazette"] }]);
});
