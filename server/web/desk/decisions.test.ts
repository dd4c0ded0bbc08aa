import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { problem } from "../testing/fake-server.ts";
import { sampleDeskComment as comment } from "../testing/sample-desk.ts";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

const three = [comment("a", 1), comment("b", 2), comment("c", 3)];

test("decisions: each can be taken back, with its button or u; it is where it was", async () => {
  await page.work(three);
  await page.key("j");
  await page.key("j");
  page.has([three[0], three[2]] as typeof three);
  await page.key("r");
  assert.deepEqual(page.cards, ["a", "c"]);
  assert.equal(page.textOf(".notice"), "Rejected: the comment by Author of b. Undo u ×");
  page.takesBack([three[1]] as typeof three);
  page.has(three.map((one) => (one.id === "b" ? { ...one, revision: 3 } : one)));
  await page.press("[data-offer]");
  assert.deepEqual(page.cards, ["a", "b", "c"]);
  assert.equal(page.selected, "b");
  assert.equal(document.activeElement, page.find('[data-comment-id="b"]'));
  assert.match(page.textOf(".notices"), /^Taken back: the comment by Author of b is as it was/);
  await page.clock.advance(2_000);
  assert.deepEqual(page.cards, ["a", "b", "c"]);
});

test("decisions: the last one first, each once, then there is nothing", async () => {
  await page.work(three);
  page.has(three.slice(2));
  await page.key("a");
  await page.key("s");
  page.takesBack([]);
  for (let i = 0; i < 3; ++i) await page.key("u");
  assert.deepEqual(page.undos, ["undo-2", "undo-1"]);
  assert.match(page.textOf(".notices"), /There is nothing to take back/);
});

test("decisions: what is too long ago is said, what failed may be tried again", async () => {
  await page.work(three);
  page.has(three.slice(1));
  await page.key("a");
  page.server.on("POST /api/v1/desk/undo", "unreachable");
  await page.key("u");
  assert.match(page.textOf("[role=alert]"), /The server could not be reached/);
  page.server.on("POST /api/v1/desk/undo", problem(404, "undo_not_found"));
  await page.key("u");
  assert.match(page.textOf("[role=alert]"), /This cannot be taken back any more/);
  await page.key("u");
  assert.equal(page.undos.length, 2);
});

test("decisions: what others changed since stays, and is counted", async () => {
  await page.work(three);
  await page.key("a");
  const results = [{ comment: "a", status: "conflict" }];
  page.server.on("POST /api/v1/desk/undo", { body: { results } });
  await page.key("u");
  assert.match(page.textOf("[role=alert]"), /1 was changed since, and stays as it is/);
});

test("decisions: late news of what was taken back does not take the comment away", async () => {
  await page.work(three);
  page.has(three.slice(1));
  await page.key("a");
  page.takesBack(three.slice(0, 1));
  page.has(three.map((one) => (one.id === "a" ? { ...one, revision: 3 } : one)));
  await page.key("u");
  page.sockets.last.say({ id: "2", type: "comment", comment: "a", to: "published", by: "Ada" });
  await page.clock.advance(2_000);
  assert.deepEqual(page.cards, ["a", "b", "c"]);
});

test("decisions: u waits for a decision that is still on its way", async () => {
  await page.work(three);
  page.has(three.slice(2));
  await page.key("a");
  page.takesBack(three.slice(1, 2));
  const keydown = (key: string) =>
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  keydown("r");
  keydown("u");
  await page.clock.settle();
  assert.deepEqual(page.undos, ["undo-2"]);
});

test("decisions: what came to pass of many can be taken back", async () => {
  await page.work(three);
  page.server.on("POST /api/v1/desk/decisions", {
    body: {
      results: ["done", "done", "conflict"].map((status, i) => ({ comment: "abc"[i], status })),
      undo: "undo-1",
    },
  });
  await page.press('[data-select="listed"]');
  await page.key("s");
  const told = /2 comments marked as spam\. 1 was changed meanwhile, and not decided\. Undo/;
  assert.match(page.textOf("[role=alert]"), told);
  page.takesBack(three.slice(0, 2));
  await page.press("[data-offer]");
  assert.deepEqual(page.undos, ["undo-1"]);
});
