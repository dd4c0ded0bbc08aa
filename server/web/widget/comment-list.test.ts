import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import type { Story } from "../shared/types.ts";
import { sampleComment, samplePage } from "../testing/fake-server.ts";
import { base, WidgetPage } from "../testing/widget-page.ts";

let page: WidgetPage;
beforeEach(() => (page = new WidgetPage()));
afterEach(() => page.close());

test("comment list: more is loaded when asked for", async () => {
  await page.show([sampleComment("a", 1)], {}, { next: "2" });
  page.server.on(`GET ${base}/comments`, ({ query }) => {
    assert.equal(query.get("cursor"), "2");
    return { body: samplePage([sampleComment("b", 2)]) };
  });
  await page.press("[part=more-button]");
  assert.equal(page.count(".thread"), 2);
  assert.equal(page.count("[part=more-button]"), 0);
  assert.equal(page.tree.activeElement?.id, "comment-b");
});

test("comment list: when comments cannot be loaded it says so and can be asked again", async () => {
  page.server.on(`GET ${base}/comments`, "unreachable");
  await page.place();
  assert.match(page.textOf(".failed"), /^The comments could not be reached/);
  page.server.on(`GET ${base}/comments`, { body: samplePage([sampleComment("a", 1)]) });
  await page.press(".failed button");
  await page.clock.advance(0);
  assert.equal(page.textOf("#comment-a .body"), "Text of a");
});

test("comment list: without comments it invites one", async () => {
  await page.show([]);
  assert.equal(page.textOf(".heading"), "Comments");
  assert.equal(page.textOf(".empty"), "No comments yet. Yours could be the first.");
});

test("comment list: what arrives behind pages not loaded stands behind the button", async () => {
  await page.show([sampleComment("a", 1)], {}, { next: "2" });
  page.sockets.last.say({ id: "2", type: "published", comment: sampleComment("z", 9) });
  await page.clock.settle();
  const [first, second] = page.tree.querySelectorAll(".list");
  assert(first?.querySelector("#comment-a"));
  assert(second?.querySelector("#comment-z"));
});

test("comment list: a closed story has its notice and no form, but drafts stay", async () => {
  const story: Story = { id: "ferry", state: "closed", count: 1 };
  await page.show([sampleComment("a", 1)], {}, { story });
  assert.equal(page.textOf(".notice"), "Comments on this article are closed.");
  assert.equal(page.count("form"), 0);
  assert.equal(page.count(".reply"), 0);

  page.sockets.last.say({ id: "2", type: "story", story: { ...story, state: "pre_moderated" } });
  await page.clock.settle();
  assert.match(page.textOf(".notice"), /read by an editor before they appear/);
  await page.type("text", "Half a thought");
  page.sockets.last.say({ id: "3", type: "story", story });
  await page.clock.settle();
  assert.equal(page.find<HTMLTextAreaElement>("textarea").value, "Half a thought");
  assert.equal(page.count("button[type=submit]"), 0);
});
