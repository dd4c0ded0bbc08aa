// What makes a moderator quick and safe: taking back, selecting, knowing the author, reports.

import assert from "node:assert/strict";
import {after, before, test} from "node:test";

import {startBrowser} from "./support/browser.mjs";
import {Desk, signInOn} from "./support/desk.mjs";
import {everythingOn, newcomer} from "./support/reader.mjs";
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

/** The desk, signed in. */
async function openDesk(search) {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${server.url}/desk/${search}`);
  await signInOn(page, "mia", password);
  await page.getByRole("tab", {name: "Pending"}).waitFor();
  return page;
}

function card(page, id) {
  return page.locator(`article[data-comment-id="${id}"]`);
}

/** The comment once it is the one that keys decide on. */
function chosen(page, id) {
  return page.locator(`article[data-comment-id="${id}"][aria-current=true]`);
}

/** A comment in that state, of an author not seen before; resolves to its id. */
async function write(story, name, text, state) {
  const answer = await server.post(story, newcomer(name, {text}));
  const {id, author_token: token} = await answer.json();
  await until(async () => (await server.comment(id, token)).state === state, `not ${state}`);
  return id;
}

const hold = (story, name) =>
  write(story, name, `${name} calls this bullshit, with all due respect.`, "pending");

const statesOf = async (ids) =>
  (await Promise.all(ids.map((id) => desk.comment(id)))).map(({state}) => state);

test("u takes the last decision back, and the comment is where it was", async () => {
  const ids = [await hold("river", "Una Ung"), await hold("river", "Ute Ulm")];
  const page = await openDesk("?site=demo&story=river");
  await chosen(page, ids[0]).waitFor();
  await page.keyboard.press("r");
  await card(page, ids[0]).waitFor({state: "detached"});
  await page.getByRole("button", {name: "Undo"}).waitFor();
  assert.deepEqual(await statesOf(ids), ["rejected", "pending"]);
  await page.keyboard.press("u");
  await chosen(page, ids[0]).waitFor();
  assert.deepEqual(await statesOf(ids), ["pending", "pending"]);
  const shown = await page.locator("article").evaluateAll((all) =>
    all.map(({dataset}) => dataset.commentId));
  assert.deepEqual(shown, ids);
});

test("several are selected with x and decided as one, and taken back as one", async () => {
  const names = ["Bea Bulk", "Ben Bulk", "Bob Bulk"];
  const ids = [];
  for (const name of names) ids.push(await hold("council", name));
  const page = await openDesk("?site=demo&story=council");
  await chosen(page, ids[0]).waitFor();
  await page.keyboard.press("x");
  await page.keyboard.press("j");
  await page.locator("article:focus").waitFor();
  await page.keyboard.press("j");
  await chosen(page, ids[1]).waitFor();
  await page.keyboard.press("Shift+X");
  await page.getByText("2 selected").waitFor();
  await page.keyboard.press("s");
  await page.getByText("2 comments marked as spam.").waitFor();
  assert.deepEqual(await statesOf(ids), ["spam", "spam", "pending"]);
  await page.getByRole("button", {name: "Undo"}).click();
  await card(page, ids[1]).waitFor();
  assert.deepEqual(await statesOf(ids), ["pending", "pending", "pending"]);

  await page.getByRole("button", {name: "All that match …"}).click();
  await page.getByRole("button", {name: "Reject all"}).click();
  await page.getByText("Reject 3 comments?").waitFor();
  await page.getByRole("button", {name: "Reject 3"}).click();
  await page.getByText("3 comments rejected.").waitFor();
  assert.deepEqual(await statesOf(ids), ["rejected", "rejected", "rejected"]);
});

test("an author is noted on and banned; the address is shown for a reason, then gone", async () => {
  const id = await hold("sport", "Anton Auer");
  const page = await openDesk("?site=demo&story=sport");
  await chosen(page, id).waitFor();
  await page.keyboard.press("h");
  const sheet = page.getByRole("dialog", {name: "Anton Auer"});
  await sheet.getByText("Never banned.").waitFor();

  await sheet.getByLabel("New note").fill("Wrote to us.");
  await sheet.getByRole("button", {name: "Add note"}).click();
  await sheet.getByText("Wrote to us.", {exact: true}).waitFor();
  await sheet.getByRole("button", {name: "Ban …"}).click();
  await sheet.getByRole("button", {name: "Ban", exact: true}).click();
  await sheet.getByText("On demo").waitFor();
  await sheet.getByRole("button", {name: "Lift the ban"}).click();
  await sheet.getByText("Lifted by mia").waitFor();

  assert.doesNotMatch(await everythingOn(page), /anton\.auer@/);
  await sheet.getByRole("button", {name: "Show e-mail address"}).click();
  await sheet.getByLabel("Why do you need it?").fill("to answer a letter");
  await sheet.getByRole("button", {name: "Show", exact: true}).click();
  await sheet.getByText("anton.auer@mail.example").waitFor();
  await page.keyboard.press("Escape");
  await sheet.waitFor({state: "detached"});
  assert.doesNotMatch(await everythingOn(page), /anton\.auer@/);
  await page.locator("article:focus").waitFor();
});

test("what readers report has a tab; to keep it dismisses the reports", async () => {
  const id = await write("letters", "Rea Rep", "A harmless remark on letters.", "published");
  const page = await openDesk("?site=demo&story=letters&state=reported");
  await page.getByText("No comments match these filters.").waitFor();
  const answer = await fetch(`${server.url}/api/v1/comments/${id}/reports`, {
    method: "POST",
    headers: {"content-type": "application/json"},
    body: JSON.stringify({reason: "abusive", text: "It is about me."}),
  });
  assert.ok(answer.ok, String(answer.status));
  await page.reload();
  await card(page, id).getByText("1 report").waitFor();
  await page.keyboard.press("e");
  await card(page, id).getByText("It is about me.").waitFor();
  await page.keyboard.press("a");
  await page.getByText("Kept: the comment by Rea Rep.").waitFor();
  const {state, reports: [{outcome}]} = await desk.comment(id);
  assert.deepEqual([state, outcome], ["published", "dismissed"]);
});

test("words find a comment, and all of its author's are listed", async () => {
  const id = await write("ferry", "Sina Such", "Nobody mentions the lighthouse.", "published");
  const page = await openDesk("?state=published");
  await card(page, id).waitFor();
  await page.keyboard.press("/");
  await page.keyboard.type("lighthouse");
  await page.keyboard.press("Enter");
  await page.locator("article").nth(1).waitFor({state: "detached"});
  await card(page, id).getByRole("button", {name: "Sina Such"}).click();
  await page.getByRole("link", {name: "List all comments"}).click();
  await page.getByText("Author: Sina Such").waitFor();
  await card(page, id).waitFor();
  assert.match(page.url(), /state=all&author=/);
});
