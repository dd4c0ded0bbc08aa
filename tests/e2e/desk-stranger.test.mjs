// A page of another site, open in the browser of a moderator who is signed in: it neither shows the
// desk in a frame nor does anything in the moderator's name.

import assert from "node:assert/strict";
import {createServer} from "node:http";
import {after, before, test} from "node:test";

import {startBrowser} from "./support/browser.mjs";
import {Desk, signInOn} from "./support/desk.mjs";
import {newcomer} from "./support/reader.mjs";
import {Server, until} from "./support/server.mjs";

const name = "mara";
const password = "the password of mara";
let server;
let browser;
let desk;
let strangers;
before(async () => {
  server = await Server.start();
  browser = await startBrowser();
  desk = await Desk.signIn(server, name, password);
  strangers = createServer((_, answer) =>
    answer.setHeader("content-type", "text/html").end("<!doctype html><title>Win!</title>"));
  await new Promise((listening) => strangers.listen(0, "127.0.0.1", listening));
});
after(async () => {
  strangers?.close();
  await browser?.close();
  await server?.discard();
});

/** A page of another site than ours, in the same browser as the desk. */
async function lure(context) {
  const page = await context.newPage();
  await page.goto(`http://localhost:${strangers.address().port}/`);
  return page;
}

async function held() {
  const text = "She calls this bullshit, with all due respect.";
  const answer = await server.post("lure", newcomer("Hanna Held", {text}));
  const {id, author_token: token} = await answer.json();
  await until(async () => (await server.comment(id, token)).state === "pending", "not pending");
  return id;
}

/** What each way of asking from that page comes to. */
function askFrom(page, id) {
  return page.evaluate(async ({url, id: comment}) => {
    const api = `${url}/api/v1/desk`;
    const decisions = [{comment, revision: 1, action: "approve"}];
    const body = JSON.stringify({decisions});
    const send = (path, how) => fetch(api + path, {credentials: "include", ...how})
      .then(({type, status}) => `${type} ${status}`, () => "refused");
    const post = (how) => send("/decisions", {method: "POST", body, ...how});
    const json = {"content-type": "application/json"};
    return {
      read: await send("/session", {}),
      decide: await post({headers: json}),
      decideUnasked: await post({mode: "no-cors"}),
      live: await new Promise((resolve) => {
        const socket = new WebSocket(`${api.replace("http", "ws")}/live`);
        socket.onopen = () => resolve("open");
        socket.onerror = () => resolve("refused");
      }),
    };
  }, {url: server.url, id});
}

test("a page of another site does nothing in the moderator's name", async () => {
  const id = await held();
  const context = await browser.newContext();
  const own = await context.newPage();
  await own.goto(`${server.url}/desk/`);
  await signInOn(own, name, password);
  await own.locator(`article[data-comment-id="${id}"]`).waitFor();

  const page = await lure(context);
  const {decideUnasked, ...others} = await askFrom(page, id);
  assert.deepEqual(others, {read: "refused", decide: "refused", live: "refused"});
  assert.match(decideUnasked, /^opaque 0$|^refused$/);
  await page.evaluate(({url, comment}) => {
    const form = document.createElement("form");
    form.method = "POST";
    form.enctype = "text/plain";
    form.action = `${url}/api/v1/desk/decisions`;
    const field = document.createElement("input");
    field.name = `{"decisions":[{"comment":"${comment}","revision":1,"action":"approve","reason":"`;
    field.value = "\"}]}";
    form.append(field);
    document.body.append(form);
    form.submit();
  }, {url: server.url, comment: id});
  await page.waitForURL(/decisions$/);
  const {state, revision} = await desk.comment(id);
  assert.deepEqual([state, revision], ["pending", 1]);

  await own.keyboard.press("a");
  await until(async () => (await desk.comment(id)).state === "published", "not even the desk can");
  await context.close();
});

test("a page of another site does not get the desk into a frame", async () => {
  const context = await browser.newContext();
  const page = await lure(context);
  const textIn = (address) => page.evaluate((src) => new Promise((loaded) => {
    const frame = document.createElement("iframe");
    frame.onload = loaded;
    frame.src = src;
    document.body.append(frame);
  }), address).then(() => page.frames().at(-1).locator("html").textContent());
  assert.match(await textIn(page.url()), /^Win!/, "frames as such are shown");
  for (const path of ["/desk/", "/api/v1/desk/session"])
    assert.match(await textIn(server.url + path), /ERR_BLOCKED_BY_RESPONSE/);
  await context.close();
});
