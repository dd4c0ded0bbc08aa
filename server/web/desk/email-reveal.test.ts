import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { problem } from "../testing/fake-server.ts";
import { sampleAuthor, sampleDeskComment as comment } from "../testing/sample-desk.ts";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

const email = "POST /api/v1/desk/authors/p-a/email";
const address = "tom@private.example";

beforeEach(async () => {
  localStorage.clear();
  page.server.on("GET /api/v1/desk/authors/p-a", { body: sampleAuthor() });
  page.server.on(email, { body: { email: address } });
  await page.work([comment("a")]);
  await page.key("h");
  await page.press("[data-reveal]");
});

const ask = async (reason: string) => {
  await page.write("[name=email-reason]", reason);
  await page.submit(".email-form");
};

test("email reveal: is shown for a reason, counted down, and hidden after a minute", async () => {
  assert.equal(document.activeElement, page.find("[name=email-reason]"));
  await ask(" a letter ");
  assert.deepEqual(page.server.asked(email)[0]?.body, { reason: "a letter" });
  assert.equal(page.textOf(".address"), address);
  assert.equal(page.textOf("[data-countdown]"), "Hidden in 60 seconds");
  assert.equal(document.activeElement, page.find("[data-hide]"));
  await page.clock.advance(45_000);
  assert.equal(page.textOf("[data-countdown]"), "Hidden in 15 seconds");
  await page.clock.advance(15_000);
  assert(!document.body.innerHTML.includes(address));
  assert.equal(document.activeElement, page.find("[data-reveal]"));
});

test("email reveal: it is kept nowhere, and gone with the sheet", async () => {
  await ask("a letter");
  assert(!location.href.includes("tom"));
  assert(!Object.values(localStorage).join().includes(address));
  await page.key("Escape");
  assert(!document.documentElement.outerHTML.includes(address));
  await page.key("h");
  assert.equal(page.count(".address"), 0);
});

test("email reveal: without a reason nothing is asked; a refusal is said", async () => {
  await ask("x");
  assert.equal(page.server.asked(email).length, 0);
  assert.match(page.textOf(".email-form .problem"), /Please say why/);
  page.server.on(email, problem(403, "not_allowed"));
  await ask("a letter");
  assert.equal(page.textOf(".email-form .problem"), "Your role does not allow this.");
});
