import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import type { DeskAuthor } from "../shared/desk-types.ts";
import {
  sampleDeskAuthor,
  sampleDeskComment as comment,
  sampleFinding,
} from "../testing/sample-desk.ts";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

const author = (extra: Partial<DeskAuthor>) => ({ author: sampleDeskAuthor(extra) });

test("author line: a first comment is said to be one", async () => {
  await page.work([comment("a", 1, author({}))]);
  assert.equal(page.textOf(".author .name"), "Tom");
  assert.equal(page.textOf(".author .history"), "First comment");
});

test("author line: what became of earlier comments is told, in all and lately", async () => {
  const lately = { published: 1, rejected: 1 };
  await page.work([comment("a", 1, author({ published: 3, rejected: 1, lately }))]);
  assert.deepEqual(page.texts(".author .history"), [
    "3 published, 1 rejected",
    "last 30 days: 1 published, 1 rejected",
  ]);
  const widths = [...document.querySelectorAll(".author .good")].map((rect) =>
    rect.getAttribute("width"),
  );
  assert.deepEqual(widths, ["75", "50"]);
});

test("author line: where nothing is decided yet, it is no first comment", async () => {
  await page.work([comment("a", 1, author({ waiting: 2 }))]);
  assert.equal(page.textOf(".author .history"), "2 other comments wait");
});

test("author line: trusted is who the server says, whatever the numbers are", async () => {
  await page.work([
    comment("a", 1, author({ published: 100, standing: "known" })),
    comment("b", 2, author({ published: 5, standing: "trusted" })),
  ]);
  assert.deepEqual(
    [...document.querySelectorAll("article")].map((card) => !!card.querySelector(".trusted")),
    [false, true],
  );
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
