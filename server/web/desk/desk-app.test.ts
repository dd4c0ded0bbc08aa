import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { deskSession, sampleDeskComment as comment } from "../testing/sample-desk.ts";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

test("desk app: who is signed in from before goes straight to work", async () => {
  await page.work([comment("a", 1)]);
  assert.deepEqual(page.cards, ["a"]);
  assert.equal(page.textOf(".feed"), "Live");
  assert.equal(document.documentElement.lang, "en");
});

test("desk app: a server that does not answer is said, and asked again on demand", async () => {
  page.server.on("GET /api/v1/desk/session", "unreachable");
  await page.open();
  assert.match(page.textOf(".entrance[role=alert]"), /^The server could not be reached\./);
  page.server.on("GET /api/v1/desk/session", { body: deskSession });
  await page.press(".entrance button");
  assert.equal(page.textOf(".who"), "Signed in as Ada");
});

test("desk app: signing out leads to the form, and nothing of the work stays", async () => {
  await page.work([comment("a", 1)]);
  await page.press(".masthead button:last-child");
  assert.equal(page.server.asked("DELETE /api/v1/desk/session").length, 1);
  assert.equal(page.textOf(".sign-in h1"), "Sign in to the desk");
  assert.deepEqual(page.cards, []);
  assert.equal(document.title, "Rejoinder Desk");
  assert(page.sockets.last.isClosed);
});

test("desk app: signing out that fails is said, and one is still signed in", async () => {
  await page.work([comment("a", 1)]);
  page.server.on("DELETE /api/v1/desk/session", "unreachable");
  await page.press(".masthead button:last-child");
  assert.match(page.textOf("[role=alert]"), /The server could not be reached/);
  assert.deepEqual(page.cards, ["a"]);
});

test("desk app: when the session ends, the work is kept behind the form", async () => {
  await page.work([comment("a", 1), comment("b", 2)]);
  await page.key("j");
  await page.key("j");
  page.endSession();
  await page.key("a");
  assert.equal(page.textOf("[role=dialog] h1"), "Your session has ended");
  assert(page.find(".desk").hasAttribute("inert"));
  assert.deepEqual(page.cards, ["a", "b"]);

  page.server.on("GET /api/v1/desk/session", { body: deskSession });
  page.has([comment("a", 1), comment("b", 2)]);
  page.decides("done");
  await page.signIn("Ada", "pw");
  assert.equal(document.querySelectorAll("[role=dialog]").length, 0);
  await page.press('[data-comment-id="b"] [data-action="approve"]');
  assert.deepEqual(page.cards, ["a"]);
});

test("desk app: a connection that breaks off is told", async () => {
  await page.work([]);
  page.sockets.last.breakOff();
  await page.clock.settle();
  assert.equal(page.textOf(".feed"), "Not live, trying again");
});

test("desk app: taken off the page, it leaves nothing running", async () => {
  await page.work([comment("a", 1)]);
  document.body.replaceChildren();
  await page.clock.settle();
  assert.equal(page.clock.pending, 0);
  await page.key("a");
  assert.deepEqual(page.decisions, []);
});

test("desk app: another page stands before the queue, which is found again as it was", async () => {
  await page.work([comment("a", 1), comment("b", 2)]);
  await page.key("j");
  await page.key("j");
  await page.press(".pages a[href='/desk/?page=rules']");
  assert.equal(location.search, "?page=rules");
  assert.equal(document.title, "Rules – Rejoinder Desk");
  assert.equal(document.activeElement, page.find("#page h2"));
  assert(page.find("rejoinder-workplace").hidden);

  for (const key of ["a", "j"]) await page.key(key);
  page.sockets.last.say({ id: "2", type: "comment", comment: "a", to: "published", by: "Mira" });
  page.has([comment("b", 2)]);
  await page.clock.advance(1_000);
  assert.deepEqual(page.decisions, []);
  assert.equal(document.title, "Rules – Rejoinder Desk");
  assert.equal(page.texts(".notice").length, 0);

  await page.key("g");
  await page.key("q");
  assert.equal(location.search, "");
  assert.equal(document.title, "(1) Pending – Rejoinder Desk");
  assert(!page.find("rejoinder-workplace").hidden);
  assert.equal(page.count("#page"), 0);
  assert.equal(page.selected, "b");
  assert.equal(document.activeElement, page.find('[data-comment-id="b"]'));
});

test("desk app: an address leads to a page at once, and ? tells the keys there too", async () => {
  history.replaceState(null, "", "/desk/?page=rules&state=spam");
  page.server.on("GET /api/v1/desk/session", { body: deskSession });
  await page.open();
  assert.equal(document.activeElement, page.find("#page h2"));
  assert.equal(page.server.asked("GET /api/v1/desk/comments")[0]?.query.get("state"), "pending");
  await page.key("?");
  assert(page.texts(".help dd").includes("Go to: Rules"));
  await page.key("Escape");
  assert.equal(document.activeElement, page.find("#page h2"));
});
