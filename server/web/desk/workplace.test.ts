import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { sampleDeskComment as comment } from "../testing/sample-desk.ts";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

const three = [comment("a", 1), comment("b", 2), comment("c", 3)];

test("workplace: j and k go from comment to comment, with the focus", async () => {
  await page.work(three);
  assert.equal(page.selected, "a");
  await page.key("j");
  assert.equal(document.activeElement, page.find('[data-comment-id="a"]'));
  await page.key("j");
  await page.key("j");
  await page.key("j");
  assert.equal(page.selected, "c");
  await page.key("k");
  assert.equal(document.activeElement, page.find('[data-comment-id="b"]'));
});

test("workplace: a, r and s decide on the chosen comment, and go on to the next", async () => {
  await page.work(three);
  page.has([]);
  for (const key of ["a", "r", "s"]) await page.key(key);
  assert.deepEqual(page.decisions, [
    { comment: "a", revision: 1, action: "approve" },
    { comment: "b", revision: 1, action: "reject" },
    { comment: "c", revision: 1, action: "spam" },
  ]);
  assert.deepEqual(page.cards, []);
  assert.equal(document.activeElement, page.find("main"));
});

test("workplace: a decision that fails is said aloud, and on the comment", async () => {
  await page.work(three);
  page.server.on("POST /api/v1/desk/decisions", "unreachable");
  await page.key("a");
  assert.deepEqual(page.cards, ["a", "b", "c"]);
  const text = "Not decided. The server could not be reached.";
  assert.equal(page.textOf('[data-comment-id="a"] .problem'), text);
  assert.match(page.textOf("[role=alert]"), /Not decided\. The server could not be reached\./);
});

test("workplace: a viewer's keys decide nothing", async () => {
  await page.work(three, { role: "viewer" });
  for (const key of ["a", "r", "s", "t"]) await page.key(key);
  assert.deepEqual(page.decisions, []);
  assert.deepEqual(page.cards, ["a", "b", "c"]);
  assert.match(page.textOf(".hint"), /decide nothing/);
});

test("workplace: / goes to the filters, where letters are letters; Escape comes back", async () => {
  await page.work(three);
  await page.key("/");
  assert.equal(document.activeElement, page.find('[role="search"] input'));
  await page.key("a");
  assert.deepEqual(page.decisions, []);
  await page.key("Escape");
  assert.equal(document.activeElement, page.find('[data-comment-id="a"]'));
});

test("workplace: e and t unfold what belongs to the comment, Escape folds it", async () => {
  page.server.on("GET /api/v1/desk/comments/a", { body: { ...three[0], history: [] } });
  await page.work(three);
  await page.key("e");
  page.find(".details");
  await page.key("t");
  page.find(".story-settings");
  assert.equal(document.querySelectorAll(".details").length, 0);
  await page.key("Escape");
  assert.equal(document.querySelectorAll(".story-settings").length, 0);
});

test("workplace: numbers lead to the tabs, the browser's way back leads back", async () => {
  await page.work(three);
  await page.key("4");
  assert.equal(page.textOf("[aria-selected=true]"), "Spam 0");
  history.replaceState(null, "", "/desk/?state=rejected");
  window.dispatchEvent(new Event("popstate"));
  await page.clock.settle();
  assert.match(page.textOf("[aria-selected=true]"), /^Rejected/);
});

test("workplace: the window's name and a status line tell how many are waiting", async () => {
  await page.work(three);
  assert.equal(document.title, "(3) Pending – Rejoinder Desk");
  assert.equal(page.textOf(".unseen[role=status]"), "Pending: 3");
});

test("workplace: what others decide is told, and cleared when one moves on", async () => {
  await page.work(three);
  page.sockets.last.say({ id: "2", type: "comment", comment: "a", to: "published", by: "Mira" });
  page.has(three.slice(1));
  await page.clock.settle();
  assert.match(page.textOf(".notices"), /Mira approved the comment by Author of a\./);
  assert.equal(page.texts(".departed").length, 1);
  await page.key("j");
  assert.equal(page.texts(".departed").length, 0);
  assert.equal(page.selected, "b");
});
