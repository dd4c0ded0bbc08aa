import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { sampleDeskComment as comment } from "../testing/sample-desk.ts";
import { clusterOf } from "./cluster-line.ts";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

test("cluster line: that many wait is told from two on, and offered to be decided", async () => {
  const cluster = { id: "7", waiting: 27 };
  await page.work([comment("a", 1, { cluster }), comment("b", 2)]);
  assert.deepEqual(page.texts(".cluster > span"), ["27 comments of much the same text wait"]);
  page.find("[data-cluster]");
  assert.equal(clusterOf({ cluster: { id: "7", waiting: 1 } }), undefined);
});

test("cluster line: a viewer is told, and decides nothing", async () => {
  const cluster = { id: "7", waiting: 27 };
  await page.work([comment("a", 1, { cluster })], { role: "viewer" });
  await page.key("c");
  assert.equal(page.count("[data-cluster], [role=dialog]"), 0);
  assert.equal(page.count(".cluster"), 1);
});
