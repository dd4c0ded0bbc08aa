// Whatever readers type is shown at the desk as it was typed; none of it becomes part of the page.

import assert from "node:assert/strict";
import {existsSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {after, before, test} from "node:test";
import {fileURLToPath} from "node:url";

import {readRecords} from "../bench/replay/read-comments.mjs";
import {startBrowser} from "./support/browser.mjs";
import {Desk, signInOn} from "./support/desk.mjs";
import {newcomer} from "./support/reader.mjs";
import {Server, until} from "./support/server.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const name = "eve";
const password = "the password of eve";
const most = 150;
const edited = 12;
let server;
let browser;
let desk;
before(async () => {
  server = await Server.start();
  browser = await startBrowser();
  desk = await Desk.signIn(server, name, password);
});
after(async () => {
  await browser?.close();
  await server?.discard();
});

/** Our own, and a collection where one is at hand: every fifth of it. */
async function injections() {
  const own = JSON.parse(
    await readFile(new URL("../fixtures/script-injections.json", import.meta.url), "utf8"));
  const file = process.env.REJOINDER_INJECTIONS ?? join(root, "../shared/data/xss.tsv");
  const others = existsSync(file) ? readRecords(file).map(({input}) => input) : [];
  return [...own, ...others.filter((_, i) => i % 5 === 0)].slice(0, most);
}

/** In name, text and the title of the story. Resolves to how many were taken. */
async function writeAll(all) {
  let taken = 0;
  for (const injection of all) {
    const shown = injection.replace(/[\0-\x08\x0b-\x1f]/g, "").trim();
    const author = {name: shown.slice(0, 70), story_title: shown.slice(0, 200)};
    const comment = {...newcomer("Eve", {text: `So I say: ${shown}`}), ...author};
    const answer = await server.post(`hostile-${taken}`, comment);
    if (answer.status === 202) taken += 1;
    else assert.equal(answer.status, 422, injection);
  }
  return taken;
}

/** What nobody of ours put into this part of the page. Forms are ours only where one is said. */
function strangersIn(part, ours = "") {
  return part.evaluate((place, form) =>
    [...place.querySelectorAll("*")].flatMap((element) => [
      ...(/^(script|iframe|object|embed|img|form|meta|base|link)$/.test(element.localName) &&
        !(form && element.matches(form)) ? [element.outerHTML] : []),
      ...element.getAttributeNames()
        .filter((each) => /^on|^src|^formaction/.test(each) || (each === "href" &&
          !/^(https?:|\/|\?|#)/.test(element.getAttribute(each))))
        .map((each) => `${each}=${element.getAttribute(each)}`),
    ]), ours);
}

/** The desk, signed in, and what a script that ran there would have left behind. */
async function openDesk(search) {
  const page = await (await browser.newContext()).newPage();
  const complaints = [];
  page.on("dialog", (dialog) => {
    complaints.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("request", (request) => {
    if (new URL(request.url()).origin !== server.url) complaints.push(`asked ${request.url()}`);
  });
  await page.goto(`${server.url}/desk/${search}`);
  await signInOn(page, name, password);
  return {page, complaints};
}

async function mustBeUntouched({page, complaints}) {
  assert.equal(await page.evaluate(() => window.wasInjected), undefined);
  assert.deepEqual(complaints, []);
}

test("no field of a comment becomes part of the desk's page", async () => {
  const taken = await writeAll(await injections());
  assert.ok(taken >= 10, `${taken} were taken`);
  await until(async () => {
    const {counts} = await desk.list("site=demo&limit=1");
    return counts.pending + counts.published + counts.rejected + counts.spam === taken;
  }, "not all are judged");

  const opened = await openDesk("?site=demo&state=all");
  const {page} = opened;
  await page.locator("article").first().waitFor();
  const more = page.getByRole("button", {name: /more/i});
  for (let seen = 0; seen < taken;) {
    await page.keyboard.press("j");
    await page.keyboard.press("e");
    seen = await page.locator("article").count();
    if (seen < taken && await more.count() > 0) await more.first().click();
    await until(async () => await page.locator("article").count() > seen || seen >= taken,
      "no more comments are listed");
  }
  assert.deepEqual(await strangersIn(page.locator("main")), []);
  await page.keyboard.press("h");
  await page.getByRole("dialog").waitFor();
  await mustBeUntouched(opened);
  await page.context().close();
});

test("no text becomes part of the form in which it is changed", async () => {
  const opened = await openDesk("?site=demo&state=all");
  const {page} = opened;
  const sheet = page.getByRole("dialog");
  for (let i = 0; i < edited; i += 1) {
    const card = page.locator("article[aria-current=true]");
    const id = await card.getAttribute("data-comment-id");
    await card.focus();
    await page.keyboard.press("i");
    const {text} = await desk.comment(id);
    assert.equal(await sheet.locator("[name=text]").inputValue(), text);
    assert.deepEqual(await strangersIn(sheet, "form"), []);
    await page.keyboard.press("Escape");
    await sheet.waitFor({state: "detached"});
    await page.keyboard.press("m");
    await sheet.waitFor();
    assert.deepEqual(await strangersIn(sheet, "form"), []);
    await page.keyboard.press("Escape");
    await sheet.waitFor({state: "detached"});
    await page.keyboard.press("j");
    await until(async () => await page.locator("article[aria-current=true]")
      .getAttribute("data-comment-id") !== id, "the next one is not chosen");
  }
  await mustBeUntouched(opened);
  await page.context().close();
});

test("no reason becomes part of the audit log, nor of a comment's history", async () => {
  const {comments} = await desk.list("site=demo&state=published&limit=10");
  const all = await injections();
  for (const [i, comment] of comments.entries()) {
    const reason = `So I say: ${all[i % all.length]}`.slice(0, 200);
    if (i % 2 === 0) await desk.decide(comment, "reject", reason);
    else await desk.edit(comment, {text: reason, reason});
  }
  const {author} = await desk.comment(comments[0].id);
  await desk.ban(author.pseudonym, {site: "demo", reason: all[0]});

  const opened = await openDesk("?page=audit");
  const {page} = opened;
  await page.locator("#page").getByText("So I say:").first().waitFor();
  assert.deepEqual(await strangersIn(page.locator("#page"), "form"), []);
  await page.goto(`${server.url}/desk/?state=all&site=demo&story=${comments[0].story.id}`);
  await page.locator("article[aria-current=true]").waitFor();
  await page.keyboard.press("e");
  await page.locator(".details").getByText("So I say:").first().waitFor();
  assert.deepEqual(await strangersIn(page.locator("main")), []);
  await mustBeUntouched(opened);
  await page.context().close();
});
