import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { problem, sampleComment, samplePage } from "../testing/fake-server.ts";
import { base, WidgetPage } from "../testing/widget-page.ts";

let page: WidgetPage;
beforeEach(() => (page = new WidgetPage()));
afterEach(() => page.close());

const own = "/api/v1/comments/mine";
const comment = sampleComment("mine", 1);

/** One's own comment, published, that can be changed for another ten minutes. */
async function write(): Promise<void> {
  const editable_until = new Date(Date.now() + 600_000).toISOString();
  page.server.on(`GET ${own}`, {
    body: { comment, state: "published", text: "As *typed*.", revision: 3, editable_until },
  });
  await page.show([]);
  await page.fill();
  await page.submit();
  await page.clock.advance(400);
  await page.clock.settle();
}

async function save(): Promise<void> {
  page
    .find(".panel")
    .dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  await page.clock.settle();
}

test("edit panel: one's own comment is changed as it was typed", async () => {
  await write();
  await page.press("#comment-mine .edit");
  assert.equal(page.find<HTMLTextAreaElement>("[name=edit]").value, "As *typed*.");
  assert.match(page.textOf(".panel .note"), /You can change it until /);
  page.server.on(`PATCH ${own}`, { body: { comment, state: "published", revision: 4 } });
  await page.type("edit", "As meant.");
  await save();
  const [sent] = page.server.asked(`PATCH ${own}`);
  assert.deepEqual(sent?.body, { text: "As meant.", revision: 3 });
  assert.equal(sent?.headers.get("Authorization"), "Bearer t");
  assert.equal(page.count(".panel"), 0);
  assert.equal(page.textOf(".unseen[role=status]"), "Your comment has been changed.");
});

test("edit panel: what the filters refuse stays to be mended", async () => {
  await write();
  await page.press("#comment-mine .edit");
  page.server.on(`PATCH ${own}`, problem(422, "edit_rejected"));
  await page.type("edit", "Rude.");
  await save();
  assert.equal(page.textOf(".panel [role=alert]"), "The comment cannot say that.");
  assert.equal(page.find<HTMLTextAreaElement>("[name=edit]").value, "Rude.");
});

test("edit panel: after its time a comment can only be deleted", async () => {
  await write();
  page.server.on(`GET ${base}/comments`, { body: samplePage([comment]) });
  assert.equal(page.count("#comment-mine .edit"), 1);
  await page.clock.advance(700_000);
  await page.clock.settle();
  assert.equal(page.count("#comment-mine .edit"), 0);
  assert.equal(page.count("#comment-mine .withdraw"), 1);
});
