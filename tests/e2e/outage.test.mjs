// While Redis is away, reading goes on and no comment that was written gets lost.

import assert from "node:assert/strict";
import {after, before, test} from "node:test";

import {killRedis, redisPid} from "../bench/replay/faults.mjs";
import {openArticle, startBrowser} from "./support/browser.mjs";
import {commentOn, fillIn, formOn, newcomer, send, textOf} from "./support/reader.mjs";
import {Server, until} from "./support/server.mjs";

let server;
let browser;
let stopped;
before(async () => {
  server = await Server.start();
  browser = await startBrowser();
});
after(async () => {
  resumeRedis();
  await browser?.close();
  await server?.discard();
});

/** Redis takes connections and answers nothing, until it is told to go on. */
function stopRedis() {
  stopped = redisPid(server);
  process.kill(stopped, "SIGSTOP");
}

function resumeRedis() {
  if (stopped) process.kill(stopped, "SIGCONT");
  stopped = undefined;
}

async function namesOn(story) {
  const answer = await fetch(server.comments(story));
  assert.equal(answer.status, 200);
  return (await answer.json()).comments.map(({author}) => author.name);
}

/** Waits until so many are listed; resolves to the names. */
async function listed(story, count) {
  const names = async () => (await namesOn(story)).length >= count && namesOn(story);
  return until(names, `${count} comments are not listed`);
}

/** Sends it until it is acknowledged. */
async function take(story, comment, key) {
  return until(async () => {
    const answer = await server.post(story, comment, {"idempotency-key": key});
    assert.ok([202, 503].includes(answer.status), `the status is ${answer.status}`);
    return answer.status === 202 && answer.json();
  }, "it is not taken");
}

test("a comment that is sent again until Redis is back appears once", async () => {
  const story = "council";
  await take(story, newcomer("Marta Lindqvist", {text: "The first crossing."}), "key-marta");
  await listed(story, 1);

  const keys = ["a", "b", "c", "d", "e"];
  for (const key of keys) {
    await killRedis(server);
    const comment = newcomer(`Reader ${key}`, {text: `It is number ${key} on the ferry.`});
    const receipts = await Promise.all([1, 2, 3].map(() => take(story, comment, key)));
    assert.equal(new Set(receipts.map(({id}) => id)).size, 1, "all were told the same id");
    assert.ok((await namesOn(story)).includes("Marta Lindqvist"), "reading goes on");
  }

  const expected = ["Marta Lindqvist", ...keys.map((key) => `Reader ${key}`)];
  assert.deepEqual(await listed(story, expected.length), expected);
});

test("a Redis that hangs: posting says when to try again, reading goes on", async () => {
  const story = "river";
  const comment = newcomer("Peter Oduya", {text: "The 14 stops at noon."});
  await take(story, newcomer("Ines Carvalho", {text: "Bicycles."}), "key-ines");
  await listed(story, 1);

  stopRedis();
  const answer = await server.post(story, comment, {"idempotency-key": "key-peter"});
  assert.equal(answer.status, 503);
  assert.match(answer.headers.get("retry-after"), /^[1-9][0-9]?$/);
  assert.equal((await answer.json()).code, "temporarily_unavailable");
  assert.deepEqual(await namesOn(story), ["Ines Carvalho"]);
  const reader = await openArticle(browser, server, {story});
  await reader.getByText("Bicycles.").waitFor();

  // What had been given to Redis before may be carried out now: still it is one comment.
  resumeRedis();
  await take(story, comment, "key-peter");
  await reader.getByText("The 14 stops at noon.").waitFor();
  assert.deepEqual(await listed(story, 2), ["Ines Carvalho", "Peter Oduya"]);
});

test("the form keeps what was written while Redis is away, and gets it through", async () => {
  const story = "sport";
  const [page, reader] = await Promise.all([
    openArticle(browser, server, {story}), openArticle(browser, server, {story})]);
  const comment = newcomer("Tom Aldous", {text: "Bicycles are welcome at any hour."});
  const form = formOn(page);

  stopRedis();
  await fillIn(form, comment);
  assert.equal((await send(page, form)).status, 503);
  await form.getByText(/Your comment is kept here and will be sent again/).waitFor();
  assert.equal(await textOf(form).inputValue(), comment.text);

  // The address is not kept in the browser, so a reload needs it typed again.
  await page.reload();
  assert.equal(await textOf(form).inputValue(), comment.text);
  assert.equal(await form.getByLabel("Name").inputValue(), comment.name);
  await fillIn(form, {email: comment.email});
  assert.equal((await send(page, form)).status, 503);

  resumeRedis();
  const hurry = form.getByRole("button", {name: "Try now"});
  await until(async () => {
    if (await hurry.isVisible()) await hurry.click({timeout: 1_000}).catch(() => {});
    return (await textOf(form).inputValue()) === "";
  }, "it does not get through");
  await reader.getByText(comment.text).waitFor();
  assert.deepEqual(await listed(story, 1), [comment.name]);
  assert.equal(await page.getByText(comment.text).count(), 1);
});
