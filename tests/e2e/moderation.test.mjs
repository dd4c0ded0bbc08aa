// What the filters hold is seen by its author alone; what they refuse, by nobody else ever.

import assert from "node:assert/strict";
import {after, before, test} from "node:test";

import {heardBy, openArticle, startBrowser} from "./support/browser.mjs";
import {
  commentOn, everythingOn, formOn, newcomer, ownStateOn, write,
} from "./support/reader.mjs";
import {Server} from "./support/server.mjs";

let server;
let browser;
before(async () => {
  server = await Server.start();
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await server?.discard();
});

/** Another reader's page has everything up to now once it shows a comment written now. */
async function catchUp(story, reader, name) {
  const answer = await server.post(story, newcomer(name, {text: `This is from ${name}.`}));
  assert.equal(answer.status, 202);
  const {id} = await answer.json();
  await commentOn(reader, id).waitFor();
}

const held = {
  "a suspect word": ["council", "What a load of shit, if you ask me about ketchup."],
  "three links": ["river", "About ketchup: http://one.example http://two.example http://x.example"],
};
for (const [what, [story, text]] of Object.entries(held)) {
  test(`a comment with ${what} waits, and only its author sees it`, async () => {
    const [author, reader] = await Promise.all([
      openArticle(browser, server, {story}), openArticle(browser, server, {story})]);

    const {id} = await write(author, formOn(author), newcomer(`Ray ${story}`, {text}));
    await ownStateOn(author, id, "pending").waitFor();
    await author.reload();
    await ownStateOn(author, id, "pending").waitFor();
    assert.match(await commentOn(author, id).innerText(), /ketchup/);

    await catchUp(story, reader, `Nina ${story}`);
    await reader.reload();
    await reader.getByText(`This is from Nina ${story}.`).waitFor();
    assert.equal(await commentOn(reader, id).count(), 0);
    assert.doesNotMatch(await heardBy(reader) + await everythingOn(reader), /ketchup/);
    assert.equal((await server.comment(id)).code, "comment_not_found");
  });
}

test("a comment with a banned word appears in no list, page or message of others", async () => {
  const story = "sport";
  const [author, reader] = await Promise.all([
    openArticle(browser, server, {story}), openArticle(browser, server, {story})]);
  const {id} = await write(author, formOn(author), newcomer("Lou Grim", {
    text: "Just kill yourself, mayonnaise.",
  }));
  await ownStateOn(author, id, "rejected").waitFor();

  await catchUp(story, reader, "Olga Fair");
  await catchUp(story, author, "Otto Fair");
  await reader.reload();
  await reader.getByText("This is from Otto Fair.").waitFor();
  const list = await (await fetch(server.comments(story))).text();
  assert.match(list, /This is from Olga Fair/);
  for (const text of [list, await heardBy(reader), await everythingOn(reader)])
    assert.doesNotMatch(text, new RegExp(`mayonnaise|Lou Grim|${id}`));
  assert.equal((await server.comment(id)).code, "comment_not_found");
});

test("the author may put a refused comment out of sight", async () => {
  const page = await openArticle(browser, server, {story: "letters"});
  const {id} = await write(page, formOn(page), newcomer("Lou Grimmer", {
    text: "I will kill you, mustard.",
  }));
  await ownStateOn(page, id, "rejected").getByRole("button", {name: "Hide"}).click();
  await commentOn(page, id).waitFor({state: "detached"});
  await page.reload();
  await page.getByText("No comments yet.").waitFor();
  assert.equal(await commentOn(page, id).count(), 0);
});
