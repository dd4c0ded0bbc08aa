import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { problem, sampleComment } from "../testing/fake-server.ts";
import { base, receipt, WidgetPage } from "../testing/widget-page.ts";

let page: WidgetPage;
beforeEach(() => (page = new WidgetPage()));
afterEach(() => page.close());

test("comment form: the form has the labels that readers know", async () => {
  await page.show([]);
  assert.equal(page.textOf("h3"), "Leave A Reply");
  const labels = [...page.tree.querySelectorAll("label")].map((label) => [
    label.textContent?.replace(/\s+/g, " ").trim(),
    page.tree.getElementById(label.htmlFor)?.getAttribute("name"),
  ]);
  assert.deepEqual(labels, [
    ["Name *", "name"],
    ["Email *", "email"],
    ["Website", "website"],
    ["Comment *", "text"],
  ]);
  const note = page.tree.getElementById(
    page.find("[name=email]").getAttribute("aria-describedby") ?? "",
  );
  assert.equal(note?.textContent, "Your email address will not be published.");
  assert.equal(page.textOf("button[type=submit]"), "Post Comment");
});

test("comment form: errors stand beside their fields, are tied to them and announced", async () => {
  await page.show([]);
  await page.type("email", "ada");
  await page.submit();
  for (const name of ["name", "email", "text"]) {
    const input = page.find(`[name=${name}]`);
    assert.equal(input.getAttribute("aria-invalid"), "true");
    const ids = (input.getAttribute("aria-describedby") ?? "").split(" ");
    assert(ids.some((id) => page.tree.getElementById(id)?.classList.contains("error")));
  }
  assert.equal(page.find("[name=website]").getAttribute("aria-invalid"), "false");
  assert.equal(page.textOf("[role=alert]"), "Please check the 3 marked fields.");
  assert.equal(page.tree.activeElement?.getAttribute("name"), "name");
  assert.equal(page.server.asked(`POST ${base}/comments`).length, 0);
});

test("comment form: a comment sent goes through its states where it will stand", async () => {
  await page.show([sampleComment("a", 1)]);
  const posted: unknown[] = [];
  page.widget.addEventListener("rejoinder:posted", (event) =>
    posted.push((event as CustomEvent).detail),
  );
  await page.fill("Mine & <b>only</b> mine");
  await page.submit();
  assert.equal(page.textOf("[role=status].progress"), "Thank you. Your comment has been received.");
  assert.equal(page.textOf("#comment-mine .body"), "Mine & <b>only</b> mine");
  assert.equal(page.find("#comment-mine .own-state").dataset["state"], "submitted");
  assert.equal(page.find<HTMLTextAreaElement>("textarea").value, "");

  page.server.on("GET /api/v1/comments/mine", {
    body: { state: "pending", comment: sampleComment("mine", 2) },
  });
  await page.clock.advance(1_000);
  assert.match(page.textOf("#comment-mine .own-state"), /^Your comment is awaiting moderation\./);
  assert.equal(page.textOf(".root > [role=status]"), "Your comment is awaiting moderation.");

  page.sockets.last.say({ id: "2", type: "published", comment: sampleComment("mine", 2) });
  await page.clock.settle();
  assert.equal(page.count("#comment-mine .own-state"), 0);
  assert.equal(page.textOf(".heading"), "2 Comments");
  assert.deepEqual(posted, [
    { id: "mine", status: "submitted" },
    { id: "mine", status: "pending" },
    { id: "mine", status: "published" },
  ]);
});

test("comment form: the address typed is nowhere but in the field and the request", async () => {
  await page.show([]);
  await page.fill();
  await page.submit();
  await page.clock.advance(5_000);
  const stored = JSON.stringify({ ...localStorage });
  assert(!stored.includes("private.example"));
  assert.equal(document.cookie, "");
  assert(!page.tree.innerHTML.includes("private.example"));
});

test("comment form: in an outage it keeps the comment and sends it by itself", async () => {
  await page.show([]);
  let isDown = true;
  const busy = { ...problem(503, "temporarily_unavailable"), headers: { "Retry-After": "5" } };
  page.server.on(`POST ${base}/comments`, () => (isDown ? busy : { status: 202, body: receipt }));
  await page.fill("Patience");
  await page.submit();
  assert.match(
    page.textOf(".progress"),
    /cannot be taken at the moment\. .* sent again in \d+ seconds\.$/,
  );
  assert.equal(page.find<HTMLTextAreaElement>("textarea").value, "Patience");
  assert(page.find("textarea").hasAttribute("readonly"));
  isDown = false;
  await page.clock.advance(20_000);
  assert.equal(page.textOf("#comment-mine .body"), "Patience");
});

test("comment form: a reply opens with the focus in it, and cancel gives it back", async () => {
  await page.show([sampleComment("a", 1), sampleComment("b", 2)]);
  await page.press("#comment-a .reply");
  assert.equal(page.textOf(".reply-form h3"), "Reply to Author of a");
  assert.equal(page.tree.activeElement?.id, "form-a-name");
  await page.press("#comment-b .reply");
  assert.equal(page.count(".reply-form"), 1);
  await page.press(".reply-form [part=cancel]");
  assert.equal(page.count(".reply-form"), 0);
  assert.equal(page.tree.activeElement, page.find("#comment-b .reply"));
});

test("comment form: the characters left are told near the limit", async () => {
  await page.show([]);
  page.find("form").dispatchEvent(new Event("focusin", { bubbles: true }));
  await page.type("text", "x".repeat(299));
  assert.equal(page.count(".count"), 0);
  await page.type("text", "x".repeat(581));
  assert.equal(page.textOf(".count"), "19 characters left");
  assert.equal(page.textOf(".root > [role=status]"), "19 characters left");
  await page.type("text", "x".repeat(601));
  assert.equal(page.textOf(".count"), "1 character too many");
});

test("comment form: says what story it belongs to", async () => {
  await page.show([], { "story-title": "The ferry" });
  await page.fill();
  await page.submit();
  const { body } = page.server.asked(`POST ${base}/comments`)[0] ?? {};
  assert.equal(body?.["story_url"], "https://paper.example/river/ferry");
  assert.equal(body?.["story_title"], "The ferry");
});
