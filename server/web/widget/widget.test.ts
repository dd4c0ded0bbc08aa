import "../testing/browser.ts";

import { defineElements, RejoinderComments } from "./widget.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import type { Comment } from "../shared/types.ts";
import { Clock } from "../testing/clock.ts";
import { FakeServer, problem, sampleComment, samplePage } from "../testing/fake-server.ts";
import { FakeSockets } from "../testing/fake-socket.ts";

const base = "/api/v1/sites/courier/stories/ferry";
const receipt = { id: "mine", status: "submitted", author_token: "t", status_url: "u" };

defineElements();

let clock: Clock;
let server: FakeServer;
let sockets: FakeSockets;
let widget: RejoinderComments;
let tree: ShadowRoot;

beforeEach(() => {
  clock = new Clock().install();
  sockets = new FakeSockets();
  const story = { id: "ferry", state: "open", count: 0 };
  server = new FakeServer()
    .on(`GET ${base}`, { body: { story, form: { required: ["name", "email"], text_max: 600 } } })
    .on(`POST ${base}/comments`, { status: 202, body: receipt })
    .on("GET /api/v1/comments/mine", { body: { id: "mine", state: "submitted" } });
  localStorage.clear();
  Object.assign(globalThis, { fetch: server.fetch, WebSocket: socketClass(sockets) });
});

afterEach(async () => {
  widget.remove();
  await clock.settle();
  clock.uninstall();
});

function socketClass(all: FakeSockets) {
  return function (url: string) {
    return all.connect(url);
  };
}

async function show(comments: Comment[], attributes: Record<string, string> = {}, extra = {}) {
  server.on(`GET ${base}/comments`, { body: samplePage(comments, extra) });
  widget = document.createElement("rejoinder-comments") as RejoinderComments;
  const all = { site: "courier", story: "ferry", server: "https://c.example/", ...attributes };
  for (const [name, value] of Object.entries(all)) widget.setAttribute(name, value);
  document.body.append(widget);
  await clock.settle();
  tree = widget.shadowRoot as ShadowRoot;
  sockets.last.say({ type: "hello", id: "1" });
  await clock.settle();
}

function find<T extends HTMLElement>(selector: string): T {
  const element = tree.querySelector<T>(selector);
  assert(element, `there is no ${selector}`);
  return element;
}

const textOf = (selector: string) => find(selector).textContent?.replace(/\s+/g, " ").trim() ?? "";
const count = (selector: string) => tree.querySelectorAll(selector).length;

async function type(name: string, value: string): Promise<void> {
  const input = find<HTMLInputElement>(`[name="${name}"]`);
  input.value = value;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  await clock.settle();
}

async function press(selector: string): Promise<void> {
  find(selector).click();
  await clock.settle();
}

async function submit(): Promise<void> {
  find("form").dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  await clock.settle();
}

async function fill(text = "Hello"): Promise<void> {
  await type("name", "Ada");
  await type("email", "ada@private.example");
  await type("text", text);
}

test("widget: shows the comments, nested, and how many there are", async () => {
  await show([sampleComment("a", 1, { replies: [sampleComment("b", 2, { parent: "a" })] })]);
  assert.equal(textOf(".heading"), "1 Comment");
  assert.equal(textOf("#comment-a .author"), "Author of a");
  assert.equal(textOf("#comment-b .body"), "Text of b");
  assert(find(".replies").contains(find("#comment-b")));
  assert.equal(find("time").getAttribute("datetime"), sampleComment("a", 1).created_at);
});

test("widget: what a reader typed is text, in whatever field it came", async () => {
  const author = { name: "<img src=x onerror=alert(1)>", avatar: '"><script>', website: "javascript:alert(1)" };
  await show([sampleComment("a", 1, { author })]);
  assert.equal(textOf("#comment-a .author"), author.name);
  assert.equal(count("img, script"), 0);
  assert.equal(count('a[href^="javascript"]'), 0);
});

test("widget: an author's website gives no credit away", async () => {
  const author = { name: "Ada", avatar: "x", website: "https://ada.example" };
  await show([sampleComment("a", 1, { author })]);
  assert.equal(find("a.author").getAttribute("href"), "https://ada.example");
  assert.equal(find("a.author").getAttribute("rel"), "nofollow ugc noopener");
});

test("widget: the form has the labels that readers know", async () => {
  await show([]);
  assert.equal(textOf("h3"), "Leave A Reply");
  const labels = [...tree.querySelectorAll("label")].map((label) => [
    label.textContent?.replace(/\s+/g, " ").trim(),
    tree.getElementById(label.htmlFor)?.getAttribute("name"),
  ]);
  assert.deepEqual(labels, [
    ["Name *", "name"],
    ["Email *", "email"],
    ["Website", "website"],
    ["Comment *", "text"],
  ]);
  const note = tree.getElementById(find("[name=email]").getAttribute("aria-describedby") ?? "");
  assert.equal(note?.textContent, "Your email address will not be published.");
  assert.equal(textOf("button[type=submit]"), "Post Comment");
});

test("widget: errors stand beside their fields, are tied to them and announced", async () => {
  await show([]);
  await type("email", "ada");
  await submit();
  for (const name of ["name", "email", "text"]) {
    const input = find(`[name=${name}]`);
    assert.equal(input.getAttribute("aria-invalid"), "true");
    const ids = (input.getAttribute("aria-describedby") ?? "").split(" ");
    assert(ids.some((id) => tree.getElementById(id)?.classList.contains("error")));
  }
  assert.equal(find("[name=website]").getAttribute("aria-invalid"), "false");
  assert.equal(textOf("[role=alert]"), "Please check the 3 marked fields.");
  assert.equal(tree.activeElement?.getAttribute("name"), "name");
  assert.equal(server.asked(`POST ${base}/comments`).length, 0);
});

test("widget: a comment sent goes through its states where it will stand", async () => {
  await show([sampleComment("a", 1)]);
  const posted: unknown[] = [];
  widget.addEventListener("rejoinder:posted", (event) => posted.push((event as CustomEvent).detail));
  await fill("Mine & <b>only</b> mine");
  await submit();
  assert.equal(textOf("[role=status].progress"), "Thank you. Your comment has been received.");
  assert.equal(textOf("#comment-mine .body"), "Mine & <b>only</b> mine");
  assert.equal(find("#comment-mine .own-state").dataset["state"], "submitted");
  assert.equal(find<HTMLTextAreaElement>("textarea").value, "");

  server.on("GET /api/v1/comments/mine", {
    body: { state: "pending", comment: sampleComment("mine", 2) },
  });
  await clock.advance(1_000);
  assert.match(textOf("#comment-mine .own-state"), /^Your comment is awaiting moderation\./);
  assert.equal(textOf(".root > [role=status]"), "Your comment is awaiting moderation.");

  sockets.last.say({ id: "2", type: "published", comment: sampleComment("mine", 2) });
  await clock.settle();
  assert.equal(count("#comment-mine .own-state"), 0);
  assert.equal(textOf(".heading"), "2 Comments");
  assert.deepEqual(posted, [
    { id: "mine", status: "submitted" },
    { id: "mine", status: "pending" },
    { id: "mine", status: "published" },
  ]);
});

test("widget: the address typed is nowhere but in the field and the request", async () => {
  await show([]);
  await fill();
  await submit();
  await clock.advance(5_000);
  const stored = JSON.stringify({ ...localStorage });
  assert(!stored.includes("private.example"));
  assert.equal(document.cookie, "");
  assert(!tree.innerHTML.includes("private.example"));
});

test("widget: in an outage it says so, keeps the comment and sends it by itself", async () => {
  await show([]);
  let isDown = true;
  const busy = { ...problem(503, "temporarily_unavailable"), headers: { "Retry-After": "5" } };
  server.on(`POST ${base}/comments`, () => (isDown ? busy : { status: 202, body: receipt }));
  await fill("Patience");
  await submit();
  assert.match(textOf(".progress"), /cannot be taken at the moment\. .* sent again in \d+ seconds\.$/);
  assert.equal(find<HTMLTextAreaElement>("textarea").value, "Patience");
  assert(find("textarea").hasAttribute("readonly"));
  isDown = false;
  await clock.advance(20_000);
  assert.equal(textOf("#comment-mine .body"), "Patience");
});

test("widget: a reply opens below its comment with the focus in it, and cancel gives it back", async () => {
  await show([sampleComment("a", 1), sampleComment("b", 2)]);
  await press("#comment-a .reply");
  assert.equal(textOf(".reply-form h3"), "Reply to Author of a");
  assert.equal(tree.activeElement?.id, "form-a-name");
  await press("#comment-b .reply");
  assert.equal(count(".reply-form"), 1);
  await press(".reply-form [part=cancel]");
  assert.equal(count(".reply-form"), 0);
  assert.equal(tree.activeElement, find("#comment-b .reply"));
});

test("widget: comments of others appear by themselves", async () => {
  await show([sampleComment("a", 1)]);
  const counts: unknown[] = [];
  widget.addEventListener("rejoinder:count", (event) => counts.push((event as CustomEvent).detail.count));
  sockets.last.say({ id: "2", type: "published", comment: sampleComment("b", 2) });
  await clock.settle();
  assert.equal(textOf("#comment-b .body"), "Text of b");
  sockets.last.say({ id: "3", type: "removed", comment: "b" });
  await clock.settle();
  assert.equal(count("#comment-b"), 0);
  assert.deepEqual(counts, [2, 1]);
});

test("widget: a reply that would move what is being read waits to be asked for", async () => {
  await show([sampleComment("a", 1), sampleComment("b", 2)]);
  // Nothing has a size here, so everything counts as scrolled past.
  sockets.last.say({ id: "2", type: "published", comment: sampleComment("c", 3, { parent: "a" }) });
  await clock.settle();
  assert.equal(count("#comment-c"), 0);
  assert.equal(textOf("#comment-a .fresh"), "Show 1 new reply");
  assert.equal(textOf(".fresh-bar"), "1 new comment, show");
  await press("#comment-a .fresh");
  assert.equal(textOf("#comment-c .body"), "Text of c");
  assert.equal(textOf(".fresh-bar"), "");
});

test("widget: a closed story has its notice and no form, but a draft is not taken away", async () => {
  const story = { id: "ferry", state: "closed", count: 1 };
  await show([sampleComment("a", 1)], {}, { story });
  assert.equal(textOf(".notice"), "Comments on this article are closed.");
  assert.equal(count("form"), 0);
  assert.equal(count(".reply"), 0);

  sockets.last.say({ id: "2", type: "story", story: { ...story, state: "pre_moderated" } });
  await clock.settle();
  assert.match(textOf(".notice"), /read by an editor before they appear/);
  await type("text", "Half a thought");
  sockets.last.say({ id: "3", type: "story", story });
  await clock.settle();
  assert.equal(find<HTMLTextAreaElement>("textarea").value, "Half a thought");
  assert.equal(count("button[type=submit]"), 0);
});

test("widget: the characters left are told near the limit", async () => {
  await show([]);
  find("form").dispatchEvent(new Event("focusin", { bubbles: true }));
  await type("text", "x".repeat(299));
  assert.equal(count(".count"), 0);
  await type("text", "x".repeat(581));
  assert.equal(textOf(".count"), "19 characters left");
  assert.equal(textOf(".root > [role=status]"), "19 characters left");
  await type("text", "x".repeat(601));
  assert.equal(textOf(".count"), "1 character too many");
});

test("widget: more is loaded when asked for", async () => {
  await show([sampleComment("a", 1)], {}, { next: "2" });
  server.on(`GET ${base}/comments`, ({ query }) => {
    assert.equal(query.get("cursor"), "2");
    return { body: samplePage([sampleComment("b", 2)]) };
  });
  await press("[part=more-button]");
  assert.equal(count(".thread"), 2);
  assert.equal(count("[part=more-button]"), 0);
});

test("widget: another story is another discussion", async () => {
  await show([sampleComment("a", 1)]);
  const [before] = sockets.all;
  const other = "/api/v1/sites/courier/stories/bridge/comments";
  server.on(`GET ${other}`, { body: samplePage([sampleComment("z", 1)]) });
  widget.setAttribute("story", "bridge");
  await clock.settle();
  assert.equal(before?.isClosed, true);
  assert.match(sockets.last.url, /stories\/bridge\/live$/);
  assert.equal(count("#comment-a"), 0);
  assert.equal(textOf("#comment-z .body"), "Text of z");
});

test("widget: taken out and put back, it goes on", async () => {
  await show([sampleComment("a", 1)]);
  widget.remove();
  await clock.advance(120_000);
  assert.equal(sockets.all.length, 1);
  document.body.append(widget);
  await clock.settle();
  assert.match(sockets.last.url, /since=1$/);
  sockets.last.say({ type: "hello", id: "2" });
  sockets.last.say({ id: "2", type: "published", comment: sampleComment("b", 2) });
  await clock.settle();
  assert.equal(count(".thread"), 2);
  assert.equal(count("form"), 1);
});

test("widget: says what story it belongs to", async () => {
  await show([], { "story-title": "The ferry" });
  await fill();
  await submit();
  const { body } = server.asked(`POST ${base}/comments`)[0] ?? {};
  assert.equal(body?.["story_url"], "https://paper.example/river/ferry");
  assert.equal(body?.["story_title"], "The ferry");
});

test("widget: when comments cannot be loaded it says so and can be asked again", async () => {
  await show([]);
  widget.remove();
  server.on(`GET ${base}/comments`, "unreachable");
  widget = document.createElement("rejoinder-comments") as RejoinderComments;
  widget.setAttribute("site", "courier");
  widget.setAttribute("story", "ferry");
  widget.setAttribute("server", "https://c.example");
  document.body.append(widget);
  await clock.settle();
  tree = widget.shadowRoot as ShadowRoot;
  assert.match(textOf(".failed"), /^The comments could not be reached/);
  server.on(`GET ${base}/comments`, { body: samplePage([sampleComment("a", 1)]) });
  await press(".failed button");
  await clock.advance(0);
  assert.equal(textOf("#comment-a .body"), "Text of a");
});

test("widget: the theme attribute decides over the page", async () => {
  await show([], { theme: "dark" });
  assert.equal(find(".root").dataset["theme"], "dark");
  widget.setAttribute("theme", "light");
  await clock.settle();
  assert.equal(find(".root").dataset["theme"], "light");
});
