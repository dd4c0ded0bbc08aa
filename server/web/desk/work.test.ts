import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { sampleDeskComment as comment } from "../testing/sample-desk.ts";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

const three = [comment("a", 1), comment("b", 2), comment("c", 3)];

test("work: the search is reached from focus mode, which is left", async () => {
  page.server.on("GET /api/v1/desk/comments/a", { body: { ...three[0], history: [] } });
  await page.work(three);
  await page.key("f");
  await page.key("/");
  assert.equal(document.activeElement, page.find('[data-filter="text"]'));
  assert.deepEqual(page.cards, ["a", "b", "c"]);
});

test("work: Escape folds what is open before it gives the selection up", async () => {
  page.server.on("GET /api/v1/desk/comments/a", { body: { ...three[0], history: [] } });
  await page.work(three);
  await page.key("x");
  await page.key("e");
  await page.key("Escape");
  assert.equal(page.count(".details"), 0);
  assert.equal(page.textOf(".selected"), "1 selected");
  await page.key("Escape");
  assert.equal(page.textOf(".selected"), "");
});

test("work: another tab begins with nothing selected", async () => {
  await page.work(three);
  await page.key("x");
  await page.key("4");
  await page.key("1");
  assert.equal(page.textOf(".selected"), "");
});

test("work: where nothing is listed, keys do nothing", async () => {
  await page.work([]);
  for (const key of ["x", "h", "e", "t", "a", "u", "f", "f", "j"]) await page.key(key);
  assert.deepEqual(page.decisions, []);
  assert.equal(page.count("[role=dialog]"), 0);
});

test("work: who wants it begins in focus mode", async () => {
  page.server.on("GET /api/v1/desk/comments/a", { body: { ...three[0], history: [] } });
  const settings = { focus_mode: true };
  await page.work(three, { settings });
  assert.equal(page.count(".focus-view"), 1);
  assert.deepEqual(page.cards, ["a"]);
  localStorage.clear();
});

test("work: what one stays at is claimed and given back, what one passes is not", async () => {
  for (const { id } of three) {
    const path = `/api/v1/desk/claims/${id}`;
    page.server.on(`PUT ${path}`, { body: { comment: id, by: "Ada", mine: true } });
    page.server.on(`DELETE ${path}`, { status: 204 });
  }
  const claims = () =>
    page.server.requests
      .filter(({ path }) => path.includes("/claims/"))
      .map(({ method, path }) => `${method} ${path.split("/").pop()}`);
  await page.work(three);
  await page.clock.advance(10_000);
  assert.deepEqual(claims(), []);
  for (const key of ["j", "j", "j"]) await page.key(key);
  assert.deepEqual(claims(), []);
  await page.clock.advance(1_500);
  assert.deepEqual(claims(), ["PUT c"]);
  await page.key("k");
  assert.deepEqual(claims(), ["PUT c", "DELETE c"]);
  await page.key("e");
  assert.deepEqual(claims(), ["PUT c", "DELETE c", "PUT b"]);
});

test("work: what somebody else has open says so, and is decided all the same", async () => {
  page.server.on("PUT /api/v1/desk/claims/a", { body: { comment: "a", by: "Mira", mine: false } });
  await page.work(three);
  await page.key("j");
  await page.clock.advance(1_500);
  assert.equal(page.textOf('[data-comment-id="a"] .claim'), "Mira has this open");
  const told = { comment: "b", site: "courier", story: "ferry", by: "Tom", open: true };
  page.sockets.last.say({ type: "claim", ...told });
  await page.clock.settle();
  assert.equal(page.textOf('[data-comment-id="b"] .claim'), "Tom has this open");
  page.has(three.slice(1));
  await page.key("a");
  assert.equal(page.decisions.length, 1);
  await page.clock.advance(60_000);
  assert.equal(page.count(".claim"), 0);
});

test("work: from a decision to the next comment is marked for who measures it", async () => {
  performance.clearMarks();
  await page.work(three);
  page.has(three.slice(1));
  await page.key("a");
  const names = performance.getEntriesByType("mark").map(({ name }) => name);
  assert.deepEqual(names, ["rejoinder:decided", "rejoinder:ready"]);
});
