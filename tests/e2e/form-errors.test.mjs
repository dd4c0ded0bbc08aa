// What is wrong with a comment stands beside the field where it can be mended.

import assert from "node:assert/strict";
import {after, before, test} from "node:test";

import {Desk} from "./support/desk.mjs";
import {openArticle, startBrowser} from "./support/browser.mjs";
import {
  commentOn, fillIn, formOn, newcomer, send, textOf, write,
} from "./support/reader.mjs";
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

/** What is said below a field; empty while nothing is. */
async function errorAt(form, field) {
  return (await form.locator(`[data-field=${field}] .error`).allInnerTexts()).join();
}

const wrong = {
  "a missing name": ["name", {name: " "}, /enter your name/],
  "a malformed address": ["email", {email: "marta@ferry"}, /valid email address/],
  "a script as website": ["website", {website: "javascript:alert(1)"}, /enter a web address/],
  "an empty comment": ["text", {text: "  \n "}, /write a comment/],
};
for (const [what, [field, change, said]] of Object.entries(wrong)) {
  test(`the form says beside its field that it has ${what}`, async () => {
    const page = await openArticle(browser, server, {story: "council"});
    const form = formOn(page);
    await fillIn(form, {...newcomer("Marta Lindqvist", {text: "The first crossing."}), ...change});
    let posts = 0;
    page.on("request", (request) => (posts += request.method() === "POST" ? 1 : 0));
    await form.getByRole("button", {name: "Post Comment"}).click();

    await until(async () => said.test(await errorAt(form, field)), "nothing is said");
    await form.getByRole("alert").getByText("Please check the marked field.").waitFor();
    const input = form.locator(`[data-field=${field}] [name=${field}]`);
    assert.equal(await input.getAttribute("aria-invalid"), "true");
    assert.ok(await input.evaluate((element) => element.matches(":focus")), "it has the focus");
    assert.equal(posts, 0, "nothing was sent");
  });
}

test("what only the server finds wrong stands beside its field too", async () => {
  const page = await openArticle(browser, server, {story: "council"});
  const form = formOn(page);
  const answer = await write(page, form, {
    name: "Marta", email: "marta@-mail.example", text: "The first crossing.",
  });
  assert.equal(answer.status, 422);
  assert.deepEqual(answer.errors.map(({field, code}) => [field, code]), [["email", "invalid"]]);
  await until(async () => /valid email/.test(await errorAt(form, "email")), "nothing is said");
  assert.equal(await textOf(form).inputValue(), "The first crossing.");

  await fillIn(form, {email: "marta.lindqvist@mail.example"});
  const {id, status} = await send(page, form);
  assert.equal(status, "submitted");
  await commentOn(page, id).waitFor();
});

test("a story that is closed meanwhile keeps what is being written, and says so", async () => {
  const desk = await Desk.signIn(server, "mia", "the password of mia");
  const page = await openArticle(browser, server, {story: "river"});
  await write(page, formOn(page), newcomer("Peter Oduya", {text: "Two buses."}));
  await page.getByText("1 Comment").waitFor();
  await fillIn(formOn(page), newcomer("Ines Carvalho", {text: "And one ferry."}));

  await desk.closeStory("river");
  await page.getByText("Comments on this article are closed.").waitFor();
  const form = formOn(page);
  assert.equal(await form.getByRole("button", {name: "Post Comment"}).count(), 0);
  assert.equal(await textOf(form).inputValue(), "And one ferry.");
  assert.equal(await page.getByRole("button", {name: "Reply to Peter Oduya"}).count(), 0);

  const refused = await server.post("river", newcomer("Late Larry", {text: "Too late."}));
  assert.equal(refused.status, 403);
  assert.equal((await refused.json()).code, "story_closed");
});
