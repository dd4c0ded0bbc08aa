import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { hasAccount, sampleToken } from "../testing/sample-account.ts";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

const api = "/api/v1/desk";

test("token form: makes a token, and shows it once", async () => {
  hasAccount(page.server);
  const made = { ...sampleToken("7", "Export"), token: "rjd_secret" };
  page.server.on(`POST ${api}/tokens`, { status: 201, body: made });
  await page.visit("account");
  await page.press("[data-new]");
  await page.submit("[role=dialog] form");
  assert.equal(page.textOf("[role=dialog] .problem"), "Please say what it is for.");
  await page.write("[role=dialog] [name=name]", "Export");
  await page.press("[role=dialog] [value=read]");
  await page.submit("[role=dialog] form");
  assert.equal(page.textOf("[role=dialog] .problem"), "Please choose what it may do.");

  await page.press("[role=dialog] [value=decide]");
  await page.choose("[role=dialog] [name=days]", "30");
  await page.submit("[role=dialog] form");
  const [request] = page.server.asked(`POST ${api}/tokens`);
  assert.deepEqual(request?.body, { name: "Export", scopes: ["decide"], days: 30 });
  assert.equal(page.textOf(".shown-once code"), "rjd_secret");
  assert.equal(page.server.asked(`GET ${api}/tokens`).length, 2);

  await page.press("[data-kept]");
  assert.equal(page.count("[role=dialog]"), 0);
  assert(!document.body.textContent?.includes("rjd_secret"));
});
