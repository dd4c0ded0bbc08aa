// Whatever is typed into the form is shown as it was typed; none of it becomes part of the page.

import assert from "node:assert/strict";
import {readFile} from "node:fs/promises";
import {after, before, test} from "node:test";

import {openArticle, startBrowser} from "./support/browser.mjs";
import {Desk} from "./support/desk.mjs";
import {commentOn, formOn, newcomer, ownStateOn, write} from "./support/reader.mjs";
import {Server, until} from "./support/server.mjs";

const injections = JSON.parse(
  await readFile(new URL("../fixtures/script-injections.json", import.meta.url), "utf8"));
/** What a comment consists of: what the widget renders, and the closed grammar of a text. */
const own = ["article", "header", "footer", "div", "span", "bdi", "button", "time", "a",
  "p", "br", "em", "strong", "blockquote"];

let server;
let browser;
let desk;
before(async () => {
  server = await Server.start();
  browser = await startBrowser();
  desk = await Desk.signIn(server, "mia", "the password of mia");
});
after(async () => {
  await browser?.close();
  await server?.discard();
});

/** The page, told of whatever runs in it that should not. */
async function watched(story) {
  const page = await openArticle(browser, server, {story});
  const complaints = [];
  page.on("dialog", (dialog) => {
    complaints.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("request", (request) => {
    if (new URL(request.url()).origin !== server.url) complaints.push(`asked ${request.url()}`);
  });
  const check = async () => {
    assert.equal(await page.evaluate(() => window.wasInjected), undefined);
    assert.deepEqual(complaints, []);
  };
  return {page, check};
}

/** Elements and attributes in a comment that nobody of ours put there. */
function strangersIn(comment) {
  return comment.evaluate((article, own) => {
    const isStrange = (element, name) => /^on|^style$|^src/.test(name) ||
      (name === "href" && !/^(https?:|#comment-)/.test(element.getAttribute(name)));
    return [article, ...article.querySelectorAll(":not(.avatar, .avatar *)")].flatMap((element) => [
      ...(own.includes(element.localName) ? [] : [element.outerHTML]),
      ...element.getAttributeNames()
        .filter((name) => isStrange(element, name))
        .map((name) => `${name}=${element.getAttribute(name)}`),
    ]);
  }, own);
}

async function send(story, comment) {
  const answer = await server.post(story, comment);
  assert.equal(answer.status, 202, JSON.stringify(comment));
  return answer.json();
}

/** Publishes it whatever the filters thought: a moderator may err. */
async function publish({id, author_token: token}) {
  const {state} = await until(async () => {
    const status = await server.comment(id, token);
    return status.state !== "submitted" && status;
  }, "it is not judged");
  if (state !== "published") await desk.decide(await desk.comment(id), "approve");
}

const visible = (text) => text.replace(/[*`>]|\s/g, "");

for (const field of ["text", "name"]) {
  test(`script in the ${field} is shown as text and does not run`, async () => {
    const story = `hostile-${field}`;
    const {page, check} = await watched(story);
    const sent = [];
    for (const [i, injection] of injections.entries()) {
      const comment = newcomer(`Reader ${i}`, {text: `Number ${i}.`});
      comment[field] = field === "name" ? injection.slice(0, 80).replace(/\n/g, " ") : injection;
      const receipt = await send(story, comment);
      await publish(receipt);
      sent.push([receipt.id, comment]);
    }
    const fresh = await watched(story);
    for (const [id, comment] of sent)
      for (const each of [page, fresh.page]) {
        const shown = commentOn(each, id);
        await shown.waitFor();
        assert.deepEqual(await strangersIn(shown), [], comment[field]);
        const place = shown.locator(field === "name" ? ".author" : ".body");
        assert.equal(visible(await place.textContent()), visible(comment[field]));
      }
    await check();
    await fresh.check();
  });
}

test("script as website is refused, and an address stays inside its link", async () => {
  const story = "hostile-website";
  const websites = [
    ...injections, "javascript:alert(1)", " JaVaScRiPt:alert(1)", "java\tscript:alert(1)",
    "data:text/html,<script>alert(1)</script>", "vbscript:x", "//evil.example",
    "https://good.example@evil.example/", 'https://good.example/"onmouseover="alert(1)',
    "javascript://good.example/%0aalert(1)",
  ];
  for (const website of websites) {
    const answer = await server.post(story, newcomer("Ed", {text: "Hello.", website}));
    assert.equal(answer.status, 422, website);
    assert.deepEqual((await answer.json()).errors.map(({field}) => field), ["website"], website);
  }

  const website = "https://good.example/?'onmouseover='alert(1)";
  const {page, check} = await watched(story);
  const answer = await server.post(story, newcomer("Ida", {text: "Hi.", website}));
  assert.equal(answer.status, 202);
  const receipt = await answer.json();
  await publish(receipt);
  await commentOn(page, receipt.id).waitFor();
  assert.deepEqual(await strangersIn(commentOn(page, receipt.id)), []);
  await check();
});

test("the author's own page shows it as text too, before and after it is judged", async () => {
  const {page, check} = await watched("hostile-own");
  const text = `stfu <img src=x onerror="window.wasInjected = 1"> <script>alert(1)</script>`;
  const {id} = await write(page, formOn(page), newcomer("Rude Rudi", {text}));
  await ownStateOn(page, id, "rejected").waitFor();
  await page.reload();
  await ownStateOn(page, id, "rejected").waitFor();
  assert.deepEqual(await strangersIn(commentOn(page, id)), []);
  await check();
});
