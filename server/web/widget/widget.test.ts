import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { sampleComment, samplePage } from "../testing/fake-server.ts";
import { WidgetPage } from "../testing/widget-page.ts";

let page: WidgetPage;
beforeEach(() => (page = new WidgetPage()));
afterEach(() => page.close());

test("widget: comments of others appear by themselves", async () => {
  await page.show([sampleComment("a", 1)]);
  const counts: unknown[] = [];
  page.widget.addEventListener("rejoinder:count", (event) =>
    counts.push((event as CustomEvent).detail.count),
  );
  page.sockets.last.say({ id: "2", type: "published", comment: sampleComment("b", 2) });
  await page.clock.settle();
  assert.equal(page.textOf("#comment-b .body"), "Text of b");
  page.sockets.last.say({ id: "3", type: "removed", comment: "b" });
  await page.clock.settle();
  assert.equal(page.count("#comment-b"), 0);
  assert.deepEqual(counts, [2, 1]);
});

test("widget: another story is another discussion", async () => {
  await page.show([sampleComment("a", 1)]);
  const [before] = page.sockets.all;
  const other = "/api/v1/sites/courier/stories/bridge/comments";
  page.server.on(`GET ${other}`, { body: samplePage([sampleComment("z", 1)]) });
  page.widget.setAttribute("story", "bridge");
  await page.clock.settle();
  assert.equal(before?.isClosed, true);
  assert.match(page.sockets.last.url, /stories\/bridge\/live$/);
  assert.equal(page.count("#comment-a"), 0);
  assert.equal(page.textOf("#comment-z .body"), "Text of z");
});

test("widget: taken out and put back, it goes on", async () => {
  await page.show([sampleComment("a", 1)]);
  page.widget.remove();
  await page.clock.advance(120_000);
  assert.equal(page.sockets.all.length, 1);
  document.body.append(page.widget);
  await page.clock.settle();
  assert.match(page.sockets.last.url, /since=1$/);
  page.sockets.last.say({ type: "hello", id: "2" });
  page.sockets.last.say({ id: "2", type: "published", comment: sampleComment("b", 2) });
  await page.clock.settle();
  assert.equal(page.count(".thread"), 2);
  assert.equal(page.count("form"), 1);
});

test("widget: the theme attribute decides over the page", async () => {
  await page.show([], { theme: "dark" });
  assert.equal(page.find(".root").dataset["theme"], "dark");
  page.widget.setAttribute("theme", "light");
  await page.clock.settle();
  assert.equal(page.find(".root").dataset["theme"], "light");
});

test("widget: it speaks the language of the page, and is turned around with it", async () => {
  const messages = { "form.heading": "اترك تعليقًا" };
  page.server.on("GET /languages/widget.ar.json", { body: { direction: "rtl", messages } });
  await page.show([], { lang: "ar-EG" });
  assert.equal(page.textOf(".form-heading"), "اترك تعليقًا");
  assert.equal(page.find(".root").lang, "ar-EG");
  assert.equal(page.find(".root").dir, "rtl");
});

test("widget: where its language cannot be had, it speaks English, and is not turned", async () => {
  await page.show([], { lang: "ar" });
  assert.equal(page.textOf(".form-heading"), "Leave A Reply");
  assert.equal(page.find(".root").lang, "en");
  assert.equal(page.find(".root").dir, "ltr");
});
