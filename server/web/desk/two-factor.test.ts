import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { problem } from "../testing/fake-server.ts";
import { hasAccount } from "../testing/sample-account.ts";
import { deskSession } from "../testing/sample-desk.ts";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

const api = "/api/v1/desk";

const part = "rejoinder-two-factor";

function isNow(two_factor: boolean): void {
  const moderator = { ...deskSession.moderator, two_factor };
  page.server.on(`GET ${api}/session`, { body: { ...deskSession, moderator } });
}

test("two factor: is set up with a picture, a secret and a code", async () => {
  hasAccount(page.server);
  const secret = "ABCDEFGHIJ";
  page.server
    .on(`POST ${api}/two-factor`, { body: { secret, uri: "otpauth://totp/x?secret=ABC" } })
    .on(`PUT ${api}/two-factor`, problem(422, "two_factor_code_wrong"));
  await page.visit("account");
  assert.match(page.textOf(part), /^Off\./);
  await page.press(`${part} [data-begin]`);
  assert.equal(page.textOf(`${part} code`), "ABCD EFGH IJ");
  assert.equal(page.count(`${part} svg.qr`), 1);
  await page.submit(`${part} form`);
  assert.equal(page.textOf(`${part} .problem`), "Please enter the code.");
  await page.write(`${part} [name=code]`, "123 456");
  await page.submit(`${part} form`);
  assert.match(page.textOf(`${part} .problem`), /^The code is not right\./);

  page.server.on(`PUT ${api}/two-factor`, { body: { recovery_codes: ["a-b", "c-d"] } });
  isNow(true);
  await page.submit(`${part} form`);
  const sent = page.server.asked(`PUT ${api}/two-factor`).pop()?.body;
  assert.deepEqual(sent, { code: "123456" });
  assert.deepEqual(page.texts(`${part} .codes li`), ["a-b", "c-d"]);
  await page.press("[data-kept]");
  assert.match(page.textOf(part), /^On\./);
});

test("two factor: is turned off with the password", async () => {
  hasAccount(page.server);
  page.server.on(`DELETE ${api}/two-factor`, problem(403, "password_wrong"));
  await page.visit("account", { two_factor: true });
  await page.press(`${part} [data-begin]`);
  await page.submit(`${part} form`);
  assert.equal(page.textOf(`${part} .problem`), "Please enter your password.");
  await page.write(`${part} [name=password]`, "pw");
  await page.submit(`${part} form`);
  assert.equal(page.textOf(`${part} .problem`), "The password is not right.");
  page.server.on(`DELETE ${api}/two-factor`, { status: 204 });
  isNow(false);
  await page.submit(`${part} form`);
  assert.match(page.textOf(part), /^Off\./);
  assert.match(page.textOf(".notices"), /The second factor is off\./);
});

test("two factor: what was begun can be left", async () => {
  hasAccount(page.server);
  page.server.on(`POST ${api}/two-factor`, { body: { secret: "ABC", uri: "otpauth://x" } });
  await page.visit("account");
  await page.press(`${part} [data-begin]`);
  await page.press(`${part} [data-cancel]`);
  assert.match(page.textOf(part), /^Off\./);
  assert.equal(document.activeElement, page.find(`${part} [data-begin]`));
});
