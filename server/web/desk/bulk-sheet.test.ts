import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { problem } from "../testing/fake-server.ts";
import { sampleDeskPage, sampleDeskComment as comment } from "../testing/sample-desk.ts";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

const list = "GET /api/v1/desk/comments";
const matching = async (action: string) => {
  await page.press('[data-select="matching"]');
  await page.press(`[data-matching="${action}"]`);
};

test("bulk sheet: asks once with the number; one Undo takes all back", async () => {
  const all = [comment("a", 1), comment("b", 2), comment("c", 3)];
  await page.work(all.slice(0, 1));
  page.server.on(list, ({ query }) => ({
    body:
      query.get("cursor") === "two"
        ? sampleDeskPage(all.slice(2))
        : sampleDeskPage(all.slice(0, 2), { next: "two" }),
  }));
  await matching("reject");
  assert.equal(page.textOf(".bulk [role=status]"), "Reject 3 comments?");
  assert.equal(document.activeElement, page.find("[data-confirm]"));
  page.has([]);
  await page.press("[data-confirm]");
  assert.equal(page.decisions.length, 3);
  assert.equal(page.count("[role=dialog]"), 0);
  assert.match(page.textOf(".notices"), /3 comments rejected\. Undo u/);
  page.takesBack(all);
  await page.key("u");
  assert.deepEqual(page.undos, ["undo-1"]);
});

test("bulk sheet: in parts of five hundred, which are taken back as one", async () => {
  const many = Array.from({ length: 1_001 }, (_, i) => comment(`c${i}`, 1));
  await page.work([comment("a", 1)]);
  page.has(many);
  await matching("spam");
  await page.press("[data-confirm]");
  const sizes = page.server
    .asked("POST /api/v1/desk/decisions")
    .map(({ body }) => (body?.["decisions"] as unknown[]).length);
  assert.deepEqual(sizes, [500, 500, 1]);
  page.takesBack([]);
  await page.key("u");
  assert.deepEqual(page.undos, ["undo-3", "undo-2", "undo-1"]);
});

test("bulk sheet: may be left, and nothing is decided", async () => {
  await page.work([comment("a", 1)]);
  await matching("approve");
  await page.press("[data-cancel]");
  assert.equal(page.count("[role=dialog]"), 0);
  assert.deepEqual(page.decisions, []);
  assert.equal(document.activeElement, page.find('[data-select="matching"]'));
});

test("bulk sheet: what could not be found is said", async () => {
  await page.work([comment("a", 1)]);
  page.server.on(list, problem(503, "temporarily_unavailable"));
  await matching("approve");
  assert.equal(page.textOf(".bulk [role=status]"), "The server cannot do this at the moment.");
  assert.equal(page.count("[data-confirm]"), 0);
});

test("bulk sheet: where nothing matches there is nothing to confirm", async () => {
  await page.work([comment("a", 1)]);
  page.has([]);
  await matching("approve");
  assert.equal(page.textOf(".bulk [role=status]"), "There is nothing to decide.");
  assert.equal(document.activeElement, page.find("[data-cancel]"));
});
