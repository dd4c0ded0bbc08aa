import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { sampleDeskComment as comment } from "../testing/sample-desk.ts";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

const linked = (href: string, text = href) => `<p><a href="${href}">${text}</a></p>`;

test("link list: shown text and real host, on the wire where that differs", async () => {
  const html = linked("https://münchen.example/a");
  await page.work([comment("a", 1, { html })]);
  const expected =
    "“https://münchen.example/a” leads to münchen.example Spelled xn--mnchen-3ya.example on the wire.";
  assert.deepEqual(page.texts(".links li"), [expected]);
  assert.equal(page.count(".links a"), 0);
});

test("link list: a text that names another host is marked", async () => {
  await page.work([comment("a", 1, { html: linked("https://evil.example/", "bank.example") })]);
  assert.equal(page.find(".links li").dataset["mismatch"], "bank.example");
  assert.match(page.textOf(".links .problem"), /It shows bank\.example, and leads elsewhere/);
});

test("link list: what is none on the web is said to be so; without links, no list", async () => {
  const html = linked("javascript:alert(1)", "x".repeat(99));
  await page.work([comment("a", 1, { html }), comment("b", 2)]);
  assert.equal(page.count(".links"), 1);
  assert.match(page.textOf(".links li"), /^“x{60}…” leads to an address that is none on the/);
});
