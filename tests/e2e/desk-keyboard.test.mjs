// A whole queue of comments, cleared without a mouse and without a reload: decided one by one, as
// selected, by cluster; taken back, an author banned, an address shown, rules tried on what was.

import assert from "node:assert/strict";
import {existsSync} from "node:fs";
import {join} from "node:path";
import {after, before, test} from "node:test";
import {fileURLToPath} from "node:url";

import {readRecords} from "../bench/replay/read-comments.mjs";
import {percentile} from "../bench/replay/sender.mjs";
import {madeUpRecords} from "../bench/replay/submissions.mjs";
import {startBrowser} from "./support/browser.mjs";
import {Desk} from "./support/desk.mjs";
import {activate, tabTo, whenFocused, write} from "./support/keyboard.mjs";
import {newcomer} from "./support/reader.mjs";
import {Server, until} from "./support/server.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const waiting = 200;
const copies = 8;
const story = "keyboard";
const query = `state=pending&site=demo&story=${story}&limit=1`;
const password = "the password of kai";
let server;
let browser;
let desk;
before(async () => {
  server = await Server.start();
  browser = await startBrowser();
  desk = await Desk.signIn(server, "ona", "the password of ona");
});
after(async () => {
  await browser?.close();
  await server?.discard();
});

/** Real comments where a collection is at hand (REJOINDER_COMMENTS), others made up. */
function texts() {
  const file = process.env.REJOINDER_COMMENTS ?? join(root, "../shared/data/youtube-comments.tsv");
  const records = existsSync(file) ? readRecords(file) : madeUpRecords(waiting);
  return records.map(({text}) => text).filter((text) => text?.trim());
}

const pendingOf = async () => (await desk.list(query)).comments.length === 0 ? 0
  : (await desk.list(`site=demo&story=${story}&state=pending&limit=200`)).comments.length;

/** Two hundred comments, the first of them a cluster; the filters themselves refuse a few. */
async function fillQueue() {
  await server.post(story, newcomer("First", {text: "The first word on this."}));
  await until(async () => (await desk.list(`site=demo&story=${story}`)).comments.length === 1,
    "the story is not there");
  await desk.preModerate(story);
  const all = texts();
  const praise = "The new ferry is late again and nobody at the harbour office picks up the phone";
  for (let i = 0; i < waiting; i += 1) {
    const text = i < copies ? `${praise}, says no. ${i}.` : all[i];
    const answer = await server.post(story, newcomer(`Reader ${i}`, {text}));
    assert.equal(answer.status, 202, text);
  }
  await until(async () => (await stored()) === waiting + 1, "not all are judged");
}

async function stored() {
  const first = await desk.list(`site=demo&story=${story}&limit=200`);
  const rest = first.next
    ? await desk.list(`site=demo&story=${story}&limit=200&cursor=${encodeURIComponent(first.next)}`)
    : {comments: []};
  return first.comments.length + rest.comments.length;
}

async function openDesk() {
  await server.addModerator("kai", password, "admin");
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${server.url}/desk/?site=demo&story=${story}`);
  await page.getByLabel("Name").waitFor();
  await write(page, "Name", "kai");
  await write(page, "Password", password);
  await page.keyboard.press("Enter");
  await page.locator("article[aria-current=true]").waitFor();
  await page.evaluate(() => { globalThis.notReloaded = true; });
  return page;
}

const current = (page) =>
  page.locator("article[aria-current=true]").getAttribute("data-comment-id");

/** Decides on the comment that is chosen, and waits until another one is. */
async function decide(page, key) {
  const id = await current(page);
  await page.keyboard.press(key);
  await until(async () => await current(page) !== id, "the next one is not chosen");
  return id;
}

/** Milliseconds from the key to the next comment being ready, of all decisions so far. */
function paces(page) {
  return page.evaluate(() => {
    const marks = performance.getEntriesByType("mark");
    const times = (wanted) =>
      marks.filter(({name}) => name === wanted).map(({startTime}) => startTime);
    const decided = times("rejoinder:decided");
    const ready = times("rejoinder:ready");
    return decided.flatMap((began, i) => {
      const end = ready.find((at) => at >= began);
      return end === undefined || end > (decided[i + 1] ?? Infinity) ? [] : [end - began];
    });
  });
}

async function decideInPlenty(page, count) {
  for (let i = 0; i < count; i += 1) await decide(page, "ars"[i % 3]);
}

test("a queue is cleared by keyboard alone", async (context) => {
  await fillQueue();
  const page = await openDesk();
  await page.keyboard.press("j");
  await whenFocused(page, "article, rejoinder-comment-card *");

  await context.test("a cluster is decided at once", async () => {
    const {cluster} = await desk.comment(await current(page));
    assert.ok(cluster?.waiting >= 2, "the copies are one cluster");
    const before = await pendingOf();
    await page.keyboard.press("c");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("s");
    await page.getByText(`Mark ${cluster.waiting} comments as spam?`).waitFor();
    await activate(page, `Mark ${cluster.waiting} as spam`);
    await until(async () => await pendingOf() === before - cluster.waiting, "it still waits");
    await page.getByRole("dialog").waitFor({state: "detached"});
  });

  await context.test("one by one, and u takes back", async () => {
    const before = await pendingOf();
    await decideInPlenty(page, 30);
    await until(async () => await pendingOf() === before - 30, "30 are not decided");
    for (let i = 1; i <= 3; i += 1) {
      await page.keyboard.press("u");
      await until(async () => await pendingOf() === before - 30 + i, "not taken back");
    }
  });

  await context.test("selected, decided as one, and taken back as one", async () => {
    const before = await pendingOf();
    await page.keyboard.press("x");
    for (let i = 0; i < 9; i += 1) await page.keyboard.press("j");
    await page.keyboard.press("Shift+X");
    await page.getByText("10 selected").waitFor();
    await page.keyboard.press("a");
    await until(async () => await pendingOf() === before - 10, "10 are not approved");
    await page.keyboard.press("u");
    await until(async () => await pendingOf() === before, "10 are not taken back");
  });

  await context.test("an author is banned, an address shown", async () => {
    await page.keyboard.press("h");
    const sheet = page.getByRole("dialog");
    await sheet.getByText("Never banned.").waitFor();
    await activate(page, "Show e-mail address");
    await write(page, "Why do you need it?", "to answer a letter");
    await activate(page, /^Show$/);
    await sheet.getByText(/@mail\.example/).waitFor();
    await activate(page, "Ban …");
    await activate(page, /^Ban$/);
    await sheet.getByText("On demo").waitFor();
    await page.keyboard.press("Escape");
    await sheet.waitFor({state: "detached"});
  });

  await context.test("rules are tried on what was decided", async () => {
    await page.keyboard.press("g");
    await page.keyboard.press("r");
    await tabTo(page, "Versions");
    await page.keyboard.press("End");
    await activate(page, "Start");
    await page.getByText(/comments? judged/).waitFor({timeout: 60_000});
    await page.keyboard.press("g");
    await page.keyboard.press("q");
    await page.locator("article[aria-current=true]").waitFor();
  });

  await context.test("the rest is cleared", async () => {
    await page.keyboard.press("j");
    const left = await pendingOf();
    await decideInPlenty(page, left - 1);
    await page.keyboard.press("a");
    await page.getByText("No comments match these filters.").waitFor();
    await until(async () => await pendingOf() === 0, "something still waits");
  });

  const times = await paces(page);
  context.diagnostic(`action to next card: p50 ${percentile(times, 0.5).toFixed(1)} ms, ` +
    `p99 ${percentile(times, 0.99).toFixed(1)} ms of ${times.length}`);
  assert.equal(await page.evaluate(() => globalThis.notReloaded), true, "nothing was reloaded");
});
