import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { problem, sampleComment } from "../testing/fake-server.ts";
import { WidgetPage } from "../testing/widget-page.ts";

let page: WidgetPage;
beforeEach(() => (page = new WidgetPage()));
afterEach(() => page.close());

const reports = "POST /api/v1/comments/a/reports";

async function open(): Promise<void> {
  await page.show([sampleComment("a", 1)]);
  await page.press("#comment-a .report");
}

async function choose(reason: string): Promise<void> {
  const input = page.find<HTMLInputElement>(`[value="${reason}"]`);
  input.checked = true;
  input.dispatchEvent(new Event("change", { bubbles: true }));
  await page.clock.settle();
}

async function send(): Promise<void> {
  page
    .find(".panel")
    .dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  await page.clock.settle();
}

test("report panel: what is wrong goes to the moderators, and the reader is told", async () => {
  page.server.on(reports, { status: 202, body: { status: "received" } });
  await open();
  assert.equal(page.find(".report").getAttribute("aria-expanded"), "true");
  await choose("abusive");
  await page.type("report", "It insults me.");
  await send();
  assert.deepEqual(page.server.asked(reports)[0]?.body, {
    reason: "abusive",
    text: "It insults me.",
  });
  assert.equal(page.count(".panel"), 0);
  assert.equal(page.textOf(".unseen[role=status]"), "Thank you. A moderator will look at it.");
});

test("report panel: a reason is needed, and what is illegal is explained", async () => {
  await open();
  await send();
  assert.equal(page.textOf(".panel [role=alert]"), "Please choose what is wrong.");
  await choose("illegal");
  assert.equal(page.textOf(".panel label[for]"), "What is illegal, and why?");
  await send();
  assert.equal(page.textOf(".panel [role=alert]"), "Please say what is illegal, and why.");
  assert.equal(page.server.asked(reports).length, 0);
});

test("report panel: a failure is shown, and nothing is lost", async () => {
  page.server.on(reports, problem(429, "too_many_requests"));
  await open();
  await choose("spam");
  await page.type("report", "Look at it.");
  await send();
  assert.match(page.textOf(".panel [role=alert]"), /too often/);
  assert.equal(page.find<HTMLTextAreaElement>("[name=report]").value, "Look at it.");
});

test("report panel: Escape and the button that opened it close it", async () => {
  await open();
  const escape = new KeyboardEvent("keydown", { key: "Escape", bubbles: true });
  page.find(".panel").dispatchEvent(escape);
  await page.clock.settle();
  assert.equal(page.count(".panel"), 0);
  await page.press("#comment-a .report");
  assert.equal(page.count(".panel"), 1);
  await page.press("#comment-a .report");
  assert.equal(page.count(".panel"), 0);
});
