// A moderator at the desk decides, and readers see what follows from it.

import assert from "node:assert/strict";
import {after, before, test} from "node:test";

import {openArticle, startBrowser} from "./support/browser.mjs";
import {Desk, signInOn} from "./support/desk.mjs";
import {commentOn, everythingOn, formOn, newcomer, ownStateOn, write} from "./support/reader.mjs";
import {Server, until} from "./support/server.mjs";

const password = "the password of mia";
let server;
let browser;
let desk;
before(async () => {
  server = await Server.start();
  browser = await startBrowser();
  desk = await Desk.signIn(server, "mia", password);
});
after(async () => {
  await browser?.close();
  await server?.discard();
});

async function openDesk(search) {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${server.url}/desk/${search}`);
  return page;
}

/** What waits of one story, which is nothing yet. */
async function openDeskOf(story) {
  const page = await openDesk(`?site=demo&story=${story}`);
  await signIn(page);
  await page.getByText("No comments match these filters.").waitFor();
  return page;
}

const signIn = (page, word = password) => signInOn(page, "mia", word);

function card(page, id) {
  return page.locator(`article[data-comment-id="${id}"]`);
}

/** The comment once it is the one that keys decide on. */
function chosen(page, id) {
  return page.locator(`article[data-comment-id="${id}"][aria-current=true]`);
}

/** Comments that wait, of authors not seen before; resolves to their ids. */
async function hold(story, names) {
  const ids = [];
  for (const name of names) {
    const text = `${name} calls this bullshit, with all due respect.`;
    const answer = await server.post(story, newcomer(name, {text}));
    const {id, author_token: token} = await answer.json();
    await until(async () => (await server.comment(id, token)).state === "pending", "not held");
    ids.push(id);
  }
  return ids;
}

test("a wrong password is said to be wrong, the right one leads to the desk", async () => {
  const page = await openDesk("?site=demo&story=letters");
  await signIn(page, "a wrong password");
  await page.getByRole("alert").getByText("The name or the password is not right.").waitFor();
  assert.equal(await page.getByRole("tab").count(), 0);
  await signIn(page);
  await page.getByText("No comments match these filters.").waitFor();
  await page.reload();
  await page.getByText("No comments match these filters.").waitFor();
  assert.equal(await page.getByLabel("Password").count(), 0, "still signed in");
});

test("a comment approved with the keyboard appears in readers' open pages", async () => {
  const story = "council";
  const [author, reader] = await Promise.all([
    openArticle(browser, server, {story}), openArticle(browser, server, {story})]);
  const page = await openDeskOf(story);

  const comment = newcomer("Ray Colman", {text: "Eleven years of bullshit are over."});
  const {id} = await write(author, formOn(author), comment);
  await ownStateOn(author, id, "pending").waitFor();
  await card(page, id).waitFor();
  assert.equal(await card(page, id).locator("mark").innerText(), "bullshit");
  await card(page, id).locator("li[data-reason=suspect_word]").waitFor();

  await chosen(page, id).waitFor();
  await page.keyboard.press("a");
  await page.getByText("Approved: the comment by Ray Colman.").waitFor();
  await card(page, id).waitFor({state: "detached"});
  await commentOn(reader, id).getByText("Eleven years of bullshit").waitFor();
  await commentOn(author, id).getByRole("button", {name: "Reply to Ray Colman"}).waitFor();
  assert.equal(await ownStateOn(author, id, "pending").count(), 0);
  assert.doesNotMatch(await everythingOn(page), /ray\.colman@/, "the desk shows no address");
});

test("j and k choose, r rejects and s marks as spam: readers never see either", async () => {
  const story = "river";
  const reader = await openArticle(browser, server, {story});
  const [rejected, spam, approved] = await hold(story, ["Rita Roe", "Sam Spa", "Ada App"]);
  const page = await openDesk(`?site=demo&story=${story}`);
  await signIn(page);

  await chosen(page, rejected).waitFor();
  await page.keyboard.press("j");
  await page.locator("article:focus").waitFor();
  await page.keyboard.press("j");
  await chosen(page, spam).waitFor();
  await page.keyboard.press("k");
  for (const [id, key, said] of [
    [rejected, "r", "Rejected: the comment by Rita Roe."],
    [spam, "s", "Marked as spam: the comment by Sam Spa."],
    [approved, "a", "Approved: the comment by Ada App."],
  ]) {
    await chosen(page, id).waitFor();
    await page.keyboard.press(key);
    await page.getByText(said).waitFor();
  }
  await page.getByText("No comments match these filters.").waitFor();

  await commentOn(reader, approved).waitFor();
  assert.equal(await commentOn(reader, rejected).count(), 0);
  assert.equal(await commentOn(reader, spam).count(), 0);
  const seen = await Promise.all([rejected, spam, approved].map((id) => desk.comment(id)));
  assert.deepEqual(seen.map(({state}) => state), ["rejected", "spam", "published"]);
});

test("? shows the keys, and a published comment can be taken back", async () => {
  const story = "sport";
  const reader = await openArticle(browser, server, {story});
  const answer = await server.post(story, newcomer("Tom Aldous", {text: "Bicycles welcome."}));
  const {id} = await answer.json();
  await commentOn(reader, id).waitFor();

  const page = await openDeskOf(story);
  await page.keyboard.press("?");
  await page.getByRole("dialog").getByText("Mark as spam").waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("2");
  await chosen(page, id).waitFor();
  await page.keyboard.press("r");
  await commentOn(reader, id).waitFor({state: "detached"});
  assert.equal((await server.comment(id)).code, "comment_not_found");
});
