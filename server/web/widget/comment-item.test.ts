import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { sampleComment } from "../testing/fake-server.ts";
import { WidgetPage } from "../testing/widget-page.ts";

let page: WidgetPage;
beforeEach(() => (page = new WidgetPage()));
afterEach(() => page.close());

test("comment item: shows the comments, nested, and how many there are", async () => {
  await page.show([sampleComment("a", 1, { replies: [sampleComment("b", 2, { parent: "a" })] })]);
  assert.equal(page.textOf(".heading"), "1 Comment");
  assert.equal(page.textOf("#comment-a .author"), "Author of a");
  assert.equal(page.textOf("#comment-b .body"), "Text of b");
  assert(page.find(".replies").contains(page.find("#comment-b")));
  assert.equal(page.find("time").getAttribute("datetime"), sampleComment("a", 1).created_at);
});

test("comment item: what a reader typed is text, in whatever field it came", async () => {
  const author = {
    name: "<img src=x onerror=alert(1)>",
    avatar: '"><script>',
    website: "javascript:alert(1)",
  };
  await page.show([sampleComment("a", 1, { author })]);
  assert.equal(page.textOf("#comment-a .author"), author.name);
  assert.equal(page.count("img, script"), 0);
  assert.equal(page.count('a[href^="javascript"]'), 0);
});

test("comment item: an author's website gives no credit away", async () => {
  const author = { name: "Ada", avatar: "x", website: "https://ada.example" };
  await page.show([sampleComment("a", 1, { author })]);
  assert.equal(page.find("a.author").getAttribute("href"), "https://ada.example");
  assert.equal(page.find("a.author").getAttribute("rel"), "nofollow ugc noopener");
});

test("comment item: a reply that would move what is being read waits to be asked for", async () => {
  await page.show([sampleComment("a", 1), sampleComment("b", 2)]);
  // Nothing has a size here, so everything counts as scrolled past.
  page.sockets.last.say({
    id: "2",
    type: "published",
    comment: sampleComment("c", 3, { parent: "a" }),
  });
  await page.clock.settle();
  assert.equal(page.count("#comment-c"), 0);
  assert.equal(page.textOf("#comment-a .fresh"), "Show 1 new reply");
  assert.equal(page.textOf(".fresh-bar"), "1 new comment, show");
  await page.press("#comment-a .fresh");
  assert.equal(page.textOf("#comment-c .body"), "Text of c");
  assert.equal(page.textOf(".fresh-bar"), "");
});

test("comment item: below the deepest level it says what it replies to", async () => {
  const ids = ["a", "b", "c", "d", "e"];
  const replies = ids.map((id, i) => {
    const parent = ids[i - 1];
    return sampleComment(id, i, parent ? { parent } : {});
  });
  await page.show(replies);
  assert.match(page.textOf("#comment-e .meta"), /in reply to Author of d$/);
  assert.equal(page.find("#comment-e").closest("ol"), page.find("#comment-d").closest("ol"));
  assert.doesNotMatch(page.textOf("#comment-d .meta"), /in reply to/);
});

test("comment item: the time is said from now, and goes on", async () => {
  await page.show([sampleComment("a", 58)]);
  assert.equal(page.textOf("#comment-a time"), "2 minutes ago");
  await page.clock.advance(3 * 60_000);
  assert.equal(page.textOf("#comment-a time"), "5 minutes ago");
  assert.match(page.find("#comment-a time").title, /October .*2026/);
});

test("comment item: its link is one to it alone, and marks it", async () => {
  await page.show([sampleComment("a", 1), sampleComment("b", 2)]);
  await page.press("#comment-b .meta a");
  assert.equal(location.hash, "#comment-b");
  assert.equal(page.textOf(".target .author"), "Author of b");
  assert.equal(page.tree.activeElement?.id, "comment-b");
});

test("comment item: one's own rejected comment can be put away", async () => {
  await page.show([]);
  await page.fill("Mine");
  await page.submit();
  page.server.on("GET /api/v1/comments/mine", {
    body: { state: "rejected", comment: sampleComment("mine", 2) },
  });
  await page.clock.advance(1_000);
  assert.match(page.textOf("#comment-mine .own-state"), /^Your comment was not published\./);
  await page.press("#comment-mine .own-state button");
  assert.equal(page.count("#comment-mine"), 0);
});
