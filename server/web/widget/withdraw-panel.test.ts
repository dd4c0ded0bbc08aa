import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { sampleComment } from "../testing/fake-server.ts";
import { WidgetPage } from "../testing/widget-page.ts";

let page: WidgetPage;
beforeEach(() => (page = new WidgetPage()));
afterEach(() => page.close());

const own = "/api/v1/comments/mine";

async function write(): Promise<void> {
  const comment = sampleComment("mine", 1);
  page.server.on(`GET ${own}`, { body: { comment, state: "published" } });
  await page.show([sampleComment("other", 1)]);
  await page.fill();
  await page.submit();
  await page.clock.advance(400);
  await page.clock.settle();
}

async function confirm(): Promise<void> {
  page.server.on(`DELETE ${own}`, { status: 204 });
  page.server.on(`GET ${own}`, { body: { id: "mine", state: "withdrawn" } });
  page
    .find(".panel")
    .dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  await page.clock.settle();
  await page.clock.advance(10);
  await page.clock.settle();
}

test("withdraw panel: one's own comment is taken back, and gone from the page", async () => {
  await write();
  assert.equal(page.count("#comment-other .withdraw"), 0);
  await page.press("#comment-mine .withdraw");
  await confirm();
  const [sent] = page.server.asked(`DELETE ${own}`);
  assert.equal(sent?.headers.get("Authorization"), "Bearer t");
  assert.equal(sent?.query.get("erase"), null);
  assert.equal(page.count("#comment-mine"), 0);
  assert.equal(page.textOf(".unseen[role=status]"), "Your comment has been deleted.");
});

test("withdraw panel: or erased for good, where that is wanted", async () => {
  await write();
  await page.press("#comment-mine .withdraw");
  const erase = page.find<HTMLInputElement>("[name=erase]");
  erase.checked = true;
  erase.dispatchEvent(new Event("change", { bubbles: true }));
  await confirm();
  assert.equal(page.server.asked(`DELETE ${own}`)[0]?.query.get("erase"), "1");
});
