import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { problem } from "../testing/fake-server.ts";
import { hasAccount } from "../testing/sample-account.ts";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

const api = "/api/v1/desk";

const form = "rejoinder-password-form";

async function send(old: string, first: string, again: string): Promise<void> {
  await page.write(`${form} [name=old]`, old);
  await page.write(`${form} [name=new]`, first);
  await page.write(`${form} [name=again]`, again);
  await page.submit(`${form} form`);
}

beforeEach(async () => {
  hasAccount(page.server);
  await page.visit("account");
  await page.press(`${form} [data-open]`);
});

test("password form: what is missing is said where it is", async () => {
  const said = async (...values: [string, string, string]) => {
    await send(...values);
    const { name } = document.activeElement as HTMLInputElement;
    return [page.textOf(`${form} .problem`), name];
  };
  assert.deepEqual(await said("", "x", "y"), ["Please enter your password.", "old"]);
  assert.deepEqual(await said("old", "x", "y"), ["This password is too short.", "new"]);
  const long = "several good words";
  assert.deepEqual(await said("old", long, "others"), ["The two are not the same.", "again"]);
  assert.equal(page.server.asked(`PUT ${api}/password`).length, 0);
});

test("password form: the old one has to be right", async () => {
  page.server.on(`PUT ${api}/password`, problem(403, "password_wrong"));
  await send("guess", "several good words", "several good words");
  assert.equal(page.textOf(`${form} .problem`), "The password is not right.");
});

test("password form: is changed, and other sessions are gone from the list", async () => {
  page.server.on(`PUT ${api}/password`, { status: 204 });
  await send("old", "several good words", "several good words");
  const [request] = page.server.asked(`PUT ${api}/password`);
  assert.deepEqual(request?.body, { old: "old", new: "several good words" });
  assert.match(page.textOf(".notices"), /Your password is changed\./);
  assert.equal(page.count(`${form} input`), 0);
  assert.equal(page.server.asked(`GET ${api}/sessions`).length, 2);
});
