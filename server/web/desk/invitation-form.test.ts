import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { sampleInvitation } from "../testing/sample-account.ts";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

const api = "/api/v1/desk";

const link = "https://c.example/desk/?invitation=abc";

test("invitation form: makes a link, and shows it once", async () => {
  page.server
    .on(`GET ${api}/users`, { body: { users: [], invitations: [] } })
    .on(`POST ${api}/invitations`, { status: 201, body: { ...sampleInvitation("9", "jo"), link } });
  await page.visit("team");
  await page.press("[data-invite]");
  assert.equal(document.activeElement, page.find("[role=dialog] [name=name]"));
  await page.submit("[role=dialog] form");
  assert.equal(page.textOf("[role=dialog] .problem"), "Please enter a name.");

  await page.write("[role=dialog] [name=name]", " jo ");
  await page.press("[role=dialog] [value=gazette]");
  await page.submit("[role=dialog] form");
  const [request] = page.server.asked(`POST ${api}/invitations`);
  assert.deepEqual(request?.body, { name: "jo", role: "moderator", sites: ["gazette"] });
  assert.equal(page.find<HTMLInputElement>("[data-link]").value, link);
  assert.match(page.textOf("[role=dialog]"), /It works once, until Oct 19, 2026/);
  assert.equal(page.server.asked(`GET ${api}/users`).length, 2);

  await page.press("[data-done]");
  await page.press("[data-invite]");
  assert.equal(page.count("[data-link]"), 0);
});
