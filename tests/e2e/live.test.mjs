// Readers of an article see what others write, as it is written.

import assert from "node:assert/strict";
import {after, before, test} from "node:test";

import {heardBy, openArticle, startBrowser} from "./support/browser.mjs";
import {commentOn, everythingOn, formOn, newcomer, textOf, write} from "./support/reader.mjs";
import {Server, until} from "./support/server.mjs";

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

async function openBoth(story) {
  return Promise.all([1, 2].map(() => openArticle(browser, server, {story})));
}

test("a comment appears on another reader's page without reloading", async () => {
  const [author, reader] = await openBoth("council");
  await reader.getByText("No comments yet.").waitFor();

  const {id, status} = await write(author, formOn(author), newcomer("Marta Lindqvist", {
    website: "marta.example",
    text: "I took the *first* crossing.\n\nThe tea is as strong as ever: https://tea.example/",
  }));

  assert.equal(status, "submitted");
  const comment = commentOn(reader, id);
  await comment.waitFor();
  assert.equal(await comment.locator("em").innerText(), "first");
  assert.equal(await comment.getByText("Marta Lindqvist").count(), 1);
  const website = comment.getByRole("link", {name: "Marta Lindqvist"});
  assert.equal(await website.getAttribute("href"), "https://marta.example");
  assert.match(await comment.locator(".body a").getAttribute("rel"), /nofollow/);
  await reader.getByRole("heading", {name: "1 Comment"}).waitFor();
  assert.equal(await reader.getByText("No comments yet.").count(), 0);
});

test("a reply appears below what it replies to, for its author and for others", async () => {
  const [author, reader] = await openBoth("river");
  const first = await write(author, formOn(author), newcomer("Peter Oduya", {text: "Two buses."}));
  await commentOn(reader, first.id).waitFor();

  await reader.getByRole("button", {name: "Reply to Peter Oduya"}).click();
  const form = formOn(reader, "Peter Oduya");
  const reply = await write(reader, form, newcomer("Ines Carvalho", {text: "And one ferry."}));

  for (const page of [reader, author]) {
    // Where it would push away what is being read, it waits to be asked for.
    const below = page.locator(`.thread[data-id="${first.id}"] .replies #comment-${reply.id}`);
    const show = page.getByRole("button", {name: "Show 1 new reply"});
    await below.or(show).waitFor();
    if (await show.isVisible()) await show.click();
    await below.waitFor();
  }
  assert.equal(await form.count(), 0, "the form of the reply is gone");
});

test("what is being written outlives a reload, and is forgotten once sent", async () => {
  const page = await openArticle(browser, server, {story: "sport"});
  const draft = newcomer("Tom Aldous", {text: "Bicycles are welcome at any hour."});
  await textOf(formOn(page)).fill(draft.text);
  await page.reload();
  assert.equal(await textOf(formOn(page)).inputValue(), draft.text);

  const {id} = await write(page, formOn(page), draft);
  await commentOn(page, id).waitFor();
  await until(async () => (await textOf(formOn(page)).inputValue()) === "", "the text stays");
  await page.reload();
  await commentOn(page, id).waitFor();
  assert.equal(await textOf(formOn(page)).inputValue(), "");
});

test("nobody is sent the author's address, and the author's browser does not keep it", async () => {
  const [author, reader] = await openBoth("letters");
  const email = "hanne.wolff@letters.example";
  const {id} = await write(author, formOn(author), {
    name: "Hanne Wolff",
    email,
    text: `Write to me at ${email}, I have a ticket from the last week.`,
  });
  await commentOn(reader, id).getByText("I have a ticket").waitFor();

  const {cookies, origins} = await author.context().storageState();
  assert.match(JSON.stringify(origins), new RegExp(id), "the browser keeps what is its reader's");
  await author.reload();
  await commentOn(author, id).waitFor();
  const places = {
    reader: await everythingOn(reader),
    sent: await heardBy(reader),
    author: await everythingOn(author),
    kept: JSON.stringify([cookies, origins]),
  };
  assert.match(places.sent, /I have a ticket/);
  for (const [place, text] of Object.entries(places))
    assert.doesNotMatch(text, /hanne\.wolff@|letters\.example/i, place);
});
