import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { problem } from "../testing/fake-server.ts";
import { sampleInvitation, sampleUser } from "../testing/sample-account.ts";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

const api = "/api/v1/desk";

const users = [sampleUser("1", "Ada", { role: "admin" }), sampleUser("2", "Mira")];

function hasTeam(): void {
  const body = { users, invitations: [sampleInvitation("9", "Jo")] };
  page.server.on(`GET ${api}/users`, { body });
}

test("team page: who there is, and who is invited", async () => {
  hasTeam();
  await page.visit("team");
  assert.deepEqual(page.texts("[data-user] th"), ["Ada you", "Mira"]);
  const invited = page.textOf(".entries li");
  assert.match(invited, /^Jo Viewer, for courier By Ada, .*\. Valid until .* Revoke$/);
});

test("team page: an admin of some sites does not get there", async () => {
  await page.visit("team", { sites: ["courier"] });
  assert.equal(page.count("rejoinder-team-page"), 0);
  assert.equal(page.server.asked(`GET ${api}/users`).length, 0);
});

test("team page: a change is sent, told, and seen", async () => {
  hasTeam();
  page.server.on(`PATCH ${api}/users/2`, { body: { ...users[1], role: "viewer" } });
  await page.visit("team");
  await page.press('[data-change="2"]');
  await page.press("[role=dialog] [value=viewer]");
  await page.submit("[role=dialog] form");
  const [request] = page.server.asked(`PATCH ${api}/users/2`);
  assert.deepEqual(request?.body, { role: "viewer", sites: null });
  assert.match(page.textOf(".notices"), /Mira is changed\./);
  assert.equal(page.count("[role=dialog]"), 0);
  assert.equal(page.textOf('[data-user="2"] td'), "Viewer");
});

test("team page: the last admin stays one", async () => {
  hasTeam();
  page.server.on(`PATCH ${api}/users/2`, problem(409, "last_admin"));
  await page.visit("team");
  await page.press('[data-change="2"]');
  await page.submit("[role=dialog] form");
  assert.match(page.textOf("[role=dialog] .problem"), /^This is the last admin of all sites/);
});

test("team page: an invitation is revoked", async () => {
  hasTeam();
  page.server.on(`DELETE ${api}/invitations/9`, { status: 204 });
  await page.visit("team");
  await page.press('[data-revoke="9"]');
  assert.equal(page.textOf("[aria-labelledby=team-invitations] .empty").slice(0, 6), "Nobody");
  assert.match(page.textOf(".notices"), /The invitation of Jo is revoked\./);
});

test("team page: what could not be revoked is said, and the list is fresh", async () => {
  hasTeam();
  page.server.on(`DELETE ${api}/invitations/9`, problem(404, "invitation_not_found"));
  await page.visit("team");
  await page.press('[data-revoke="9"]');
  assert.match(page.textOf(".notices[role=alert]"), /This invitation is not valid any more\./);
  assert.equal(page.server.asked(`GET ${api}/users`).length, 2);
});
