// Every page and sheet, for everybody: light and dark, in both directions of writing, wide, narrow
// and enlarged.

import assert from "node:assert/strict";
import {writeFile} from "node:fs/promises";
import {join} from "node:path";
import {after, before, test} from "node:test";

import {look, manners, mustBeGood, zoomed} from "./support/accessibility.mjs";
import {openArticle, startBrowser} from "./support/browser.mjs";
import {end, startWithRules} from "./support/own-rules.mjs";
import {until} from "./support/server.mjs";

const name = "ada";
const password = "the password of ada";
let place;
let server;
let browser;
before(async () => {
  place = await startWithRules("desk");
  ({server} = place);
  browser = await startBrowser();
  await server.addModerator(name, password, "admin");
  await changeRules();
  await writeComments();
});
after(async () => {
  await browser?.close();
  await end(place);
});

/** So that there are rules to go back to. */
async function changeRules() {
  const file = join(place.directory, "louder.json");
  const policy = {weights: {shouting: 1.5}};
  await writeFile(file, JSON.stringify({extends: "moderation.json", policy}));
  await server.command(["rules", "activate", file, "--note", "a little louder"]);
}

/** Some of every kind: found fault with, harmless, from right to left, long, replied to. */
async function writeComments() {
  await write("Vera Vile", "Vera calls this bullshit, with all due respect.");
  await write("ليلى", "هذا bullshit حقًا، يا سادة، مع كل الاحترام.");
  await write("Lars Long", `${"Donaudampfschifffahrt".repeat(12)}, says the bullshit.`);
  const parent = await write("Tom Tame", "The ferry was on time, and the tea was hot.");
  await write("سامي", "رحلة جميلة، شكرًا لكم.");
  await writeCluster();
  await write("Rita Reply", "So was mine, for once, and so was the cake.", parent);
  await fetch(`${server.url}/api/v1/comments/${parent}/reports`, {
    method: "POST",
    headers: {"content-type": "application/json"},
    body: JSON.stringify({reason: "offensive", text: "Not nice."}),
  });
}

/** Resolves to the comment's id, once it is judged. */
async function write(author, text, parent) {
  const email = `a${Math.random().toString(36).slice(2)}@mail.example`;
  const answer = await server.post("demo", {name: author, email, text, parent});
  assert.equal(answer.status, 202);
  const {id, author_token: token} = await answer.json();
  const isJudged = async () => (await server.comment(id, token)).state !== "submitted";
  await until(isJudged, "not judged");
  return id;
}

async function open(address, {options, language}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(server.url + address);
  await page.waitForFunction((wanted) =>
    document.documentElement.lang.startsWith(wanted), language);
  return page;
}

async function signIn(page) {
  await page.locator("[name=name]").fill(name);
  await page.locator("[name=password]").fill(password);
  await page.locator("form.sign-in [type=submit]").click();
  await page.locator("[role=tab]").first().waitFor();
}

/** By its key, as far as it goes; what a key opened, Escape closes. */
async function byKey(page, key, shown, what) {
  await page.locator("article[aria-current]").first().focus();
  await page.keyboard.press(key);
  await page.locator(shown).first().waitFor();
  await look(page, what);
}

async function closeSheet(page) {
  await page.locator("[data-close]").last().click();
  await page.locator("[role=dialog]").first().waitFor({state: "detached"});
}

/** Two of much the same text. */
async function writeCluster() {
  const praise = "this bullshit ferry is late again and nobody at the harbour office picks it up";
  await write("Cora Copy", `${praise}, says no. 1.`);
  await write("Carl Copy", `${praise}, says no. 2.`);
}

async function lookAtQueue(page) {
  await page.locator("article").first().waitFor();
  await look(page, "the queue");
  await byKey(page, "x", ".selection:not([data-count='0'])", "a selection");
  await page.keyboard.press("x");
  await byKey(page, "e", ".details", "the details");
  await byKey(page, "t", ".story-settings", "the story's settings");
  await page.keyboard.press("t");
  for (const state of [1, 2, 3, 4]) {
    await page.locator("[role=tab]").nth(state).click();
    await page.locator(".empty, article").first().waitFor();
    await look(page, `tab ${state}`);
  }
  await page.locator("[role=tab]").first().click();
  await page.locator("article[aria-current]").first().waitFor();
  await byKey(page, "f", ".focus-view", "focus mode");
  await page.keyboard.press("f");
}

async function lookAtSheets(page) {
  await byKey(page, "?", ".help", "the keys");
  await closeSheet(page);
  await byKey(page, "h", ".author-sheet .bars", "an author");
  await page.locator("[data-ban]").click();
  await look(page, "a ban");
  await closeSheet(page);
  for (const [key, what] of [["Shift+R", "a reason"], ["m", "masking"], ["i", "editing"]]) {
    await byKey(page, key, "[role=dialog]", what);
    await closeSheet(page);
  }
  await page.locator("[data-cluster]").first().click();
  await page.locator("[data-cluster-action]").first().waitFor();
  await look(page, "a cluster");
  await closeSheet(page);
  await page.locator("[data-select=matching]").click();
  await page.locator("[data-matching=approve]").click();
  await page.locator("[data-confirm]").waitFor();
  await look(page, "a decision on many");
  await closeSheet(page);
  await page.locator("[data-settings]").first().click();
  await page.locator("form.settings").waitFor();
  await look(page, "the settings");
  await closeSheet(page);
}

/** Those of the navigation, whatever they are. */
async function lookAtPages(page) {
  const addresses = await page.locator(".pages a").evaluateAll((links) =>
    links.map(({search}) => search).filter((search) => search.includes("page=")));
  for (const address of addresses) {
    await page.goto(`${server.url}/desk/${address}`);
    await page.locator("#page h2").first().waitFor();
    await page.waitForLoadState("networkidle");
    await look(page, address);
    const views = page.locator("#page [role=tab]");
    for (let view = 1; view < (await views.count()); ++view) {
      await views.nth(view).click();
      await page.waitForLoadState("networkidle");
      await look(page, `${address}, view ${view + 1}`);
    }
    await unfoldAll(page);
    await look(page, `${address}, unfolded`);
    await lookAtForms(page, address);
  }
}

/** What opens from these pages, as far as it changes nothing. */
async function lookAtForms(page, address) {
  const lookInto = async (button, what) => {
    await page.locator(button).first().click();
    await page.getByRole("dialog").waitFor();
    await page.waitForLoadState("networkidle");
    await look(page, what);
    await closeSheet(page);
  };
  if (address.includes("page=team")) await lookInto("[data-invite]", "an invitation");
  if (address.includes("page=rules")) await lookInto("[data-roll-back]", "a roll-back of rules");
}

async function unfoldAll(page) {
  await page.locator("#page").evaluate((place) => {
    for (const button of place.querySelectorAll("button[aria-expanded=false]")) button.click();
    for (const details of place.querySelectorAll("details")) details.open = true;
  });
  await page.waitForLoadState("networkidle");
}

for (const manner of [...manners, zoomed])
  test(`the desk is for everybody: ${manner.name}`, async () => {
    const page = await open("/desk/", manner);
    await page.locator("form.sign-in").waitFor();
    await page.locator("form.sign-in [type=submit]").click();
    await page.locator(".problem:not(:empty)").first().waitFor();
    await look(page, "the form to sign in");
    await signIn(page);
    await lookAtQueue(page);
    await lookAtSheets(page);
    await lookAtPages(page);
    mustBeGood(page);
    await page.context().close();
  });

for (const manner of [...manners, zoomed])
  test(`the widget is for everybody: ${manner.name}`, async () => {
    const page = await openArticle(browser, server, manner.options);
    await page.locator("rejoinder-comments .thread").first().waitFor();
    await page.locator("rejoinder-comments").evaluate((widget, language) => {
      const other = widget.cloneNode();
      other.lang = language;
      widget.replaceWith(other);
    }, manner.language);
    const root = page.locator(`rejoinder-comments .root[lang=${manner.language}]`);
    await root.locator(".thread").first().waitFor();
    await look(page, "the article");
    await root.locator(".reply").first().click();
    await root.locator(".reply-form [type=submit]").click();
    await root.locator(".reply-form [aria-invalid=true]").first().waitFor();
    await look(page, "a reply that is refused");
    mustBeGood(page);
    await page.context().close();
  });

test("at 150 % the desk's text fits a telephone, too", async () => {
  const [narrow] = manners.filter(({options}) => options.viewport.width === 390);
  const page = await open("/desk/", narrow);
  await signIn(page);
  await page.evaluate(() => (document.documentElement.dataset.textSize = "150"));
  await page.locator("article").first().waitFor();
  await look(page, "large text");
  mustBeGood(page);
  const size = () => getComputedStyle(document.documentElement).fontSize;
  assert.equal(await page.evaluate(size), "24px");
});

test("abusive words are blurred until one asks for them", async () => {
  const page = await open("/desk/", manners[0]);
  await signIn(page);
  const word = page.locator("article[aria-current] mark").first();
  const isBlurred = () => word.evaluate((mark) => getComputedStyle(mark).filter !== "none");
  await word.waitFor();
  assert(await isBlurred());
  await page.locator("article[aria-current]").focus();
  await page.keyboard.press("b");
  await until(async () => !(await isBlurred()), "still blurred");
  await page.keyboard.press("b");
  await until(isBlurred, "not blurred again");
  await word.focus();
  assert(!(await isBlurred()));
});
