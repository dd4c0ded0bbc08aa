import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { sampleDeskComment as comment } from "../testing/sample-desk.ts";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

const lastQuery = () => page.server.asked("GET /api/v1/desk/comments").pop()?.query;

test("filter bar: a reason, a story and an order are asked of the server", async () => {
  await page.work([comment("a", 1)]);
  await page.choose('[data-filter="reason"]', "flood");
  assert.equal(lastQuery()?.get("reason"), "flood");
  await page.choose('[data-filter="story"]', "ferry");
  await page.choose('[data-filter="sort"]', "newest");
  assert.equal(location.search, "?story=ferry&reason=flood&sort=newest");
  assert.equal(lastQuery()?.get("sort"), "newest");
});

test("filter bar: the filters are cleared at once, and the state stays", async () => {
  await page.work([comment("a", 1)]);
  assert.equal(document.querySelectorAll('[data-filter="clear"]').length, 0);
  await page.press("#tab-spam");
  await page.choose('[data-filter="reason"]', "flood");
  await page.press('[data-filter="clear"]');
  assert.equal(location.search, "?state=spam");
});

test("filter bar: sites are offered where there is more than one", async () => {
  await page.work([comment("a", 1)]);
  assert.equal(document.querySelectorAll('[data-filter="site"]').length, 0);
  page.has([comment("a", 1), comment("b", 2, { site: "herald" })]);
  await page.press("#tab-published");
  assert.deepEqual(page.texts('[data-filter="site"] option'), ["All sites", "courier", "herald"]);
});

test("filter bar: a filter of the address that was never seen is shown as it is", async () => {
  history.replaceState(null, "", "/desk/?story=old&reason=moon_phase");
  await page.work([]);
  assert.equal(page.find<HTMLSelectElement>('[data-filter="story"]').value, "old");
  assert.equal(page.find<HTMLSelectElement>('[data-filter="reason"]').value, "moon_phase");
  assert.equal(page.textOf(".empty"), "No comments match these filters.");
});

test("filter bar: words and a section are asked for when Enter is pressed", async () => {
  await page.work([comment("a", 1)]);
  await page.key("/");
  assert.equal(document.activeElement, page.find('[data-filter="text"]'));
  page.find<HTMLInputElement>('[data-filter="text"]').value = " ferry tolls ";
  await page.key("Enter");
  page.find('[data-filter="section"]').focus();
  page.find<HTMLInputElement>('[data-filter="section"]').value = "sport/";
  await page.key("Enter");
  assert.equal(location.search, "?section=%2Fsport%2F&text=ferry+tolls");
  assert.equal(lastQuery()?.get("text"), "ferry tolls");
  assert.equal(lastQuery()?.get("section"), "/sport/");
});

test("filter bar: the author is a chip that can be taken away", async () => {
  history.replaceState(null, "", "/desk/?author=p-a");
  await page.work([comment("a", 1)]);
  assert.equal(lastQuery()?.get("author"), "p-a");
  assert.match(page.textOf(".chip"), /^Author: Author of a/);
  await page.press('[data-filter="author"]');
  assert.equal(location.search, "");
});

test("filter bar: reasons that comments wait for come first, with how many", async () => {
  await page.work([]);
  page.has([comment("a", 1)], { reasons: { flood: 2, suspect_word: 12 } });
  await page.press("#tab-spam");
  await page.press("#tab-pending");
  const options = page.texts('[data-filter="reason"] option').slice(0, 3);
  assert.deepEqual(options, ["Anything", "Suspect word (12)", "Too many comments (2)"]);
});

test("filter bar: most reported first is an order", async () => {
  await page.work([comment("a", 1)]);
  await page.choose('[data-filter="sort"]', "reports");
  assert.equal(location.search, "?sort=reports");
});

test("filter bar: what is being written outlives news", async () => {
  await page.work([comment("a", 1)]);
  page.find<HTMLInputElement>('[data-filter="text"]').value = "fer";
  page.sockets.last.say({ id: "2", type: "comment", comment: "a", to: "spam", by: "Mira" });
  await page.clock.advance(1_000);
  assert.equal(page.find<HTMLInputElement>('[data-filter="text"]').value, "fer");
});
