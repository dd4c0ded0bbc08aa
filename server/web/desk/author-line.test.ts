import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { sampleDeskComment as comment, sampleFinding } from "../testing/sample-desk.ts";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

const author = (extra: object) => ({
  author: { name: "Tom", pseudonym: "p", published: 0, rejected: 0, ...extra },
});

test("author line: a first comment is said to be one", async () => {
  await page.work([comment("a", 1, author({}))]);
  assert.equal(page.textOf(".author .name"), "Tom");
  assert.equal(page.textOf(".author .history"), "First comment");
});

test("author line: what became of earlier comments is told in numbers", async () => {
  await page.work([comment("a", 1, author({ published: 3, rejected: 1 }))]);
  assert.equal(page.textOf(".author .history"), "3 published, 1 rejected");
  assert.equal(page.find(".author .good").getAttribute("width"), "75");
});

test("author line: a website is spelled out, and gets nothing from us", async () => {
  await page.work([comment("a", 1, author({ website: "https://tom.example/" }))]);
  assert.equal(page.textOf("a.website"), "https://tom.example/");
  assert.match(page.find("a.website").getAttribute("rel") ?? "", /noopener noreferrer nofollow/);
});

test("author line: a website that was found fault with, or is none, is no link", async () => {
  const found = sampleFinding("blocked_host", 8, 11, { field: "website" });
  await page.work([
    comment("a", 1, { ...author({ website: "https://bad.example" }), findings: [found] }),
    comment("b", 2, author({ website: "javascript:alert(1)" })),
  ]);
  assert.equal(document.querySelectorAll("a.website").length, 0);
  assert.equal(page.textOf(".website mark"), "bad");
  assert.equal(document.querySelectorAll(".typed mark").length, 0);
});
