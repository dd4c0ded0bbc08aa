// Two moderators decide on the same comment at the same moment, two hundred times.

import assert from "node:assert/strict";
import {after, before, test} from "node:test";

import {startBrowser} from "./support/browser.mjs";
import {Desk, signInOn} from "./support/desk.mjs";
import {newcomer} from "./support/reader.mjs";
import {Server, until} from "./support/server.mjs";

const times = 200;
let server;
let browser;
let desk;
before(async () => {
  server = await Server.start();
  browser = await startBrowser();
  desk = await Desk.signIn(server, "zoe", "the password of zoe");
});
after(async () => {
  await browser?.close();
  await server?.discard();
});

/** Comments that wait, in the order in which the desk lists them; resolves to their ids. */
async function holdMany(count) {
  for (let i = 0; i < count; i += 1) {
    const text = `Reader ${i} calls this bullshit, for reason number ${i * 7919}.`;
    const answer = await server.post("race", newcomer(`Reader ${i}`, {text}));
    assert.equal(answer.status, 202);
  }
  const pending = async () => (await desk.list("state=pending&site=demo&story=race&limit=200"));
  return until(async () => {
    const {comments} = await pending();
    return comments.length === count && comments.map(({id}) => id);
  }, "not all are held");
}

/** Lets requests pass when so many are there. */
class Barrier {
  #waiting = [];
  #size;

  constructor(size) {
    this.#size = size;
  }

  async reach() {
    await new Promise((resolve) => {
      this.#waiting.push(resolve);
      if (this.#waiting.length < this.#size) return;
      for (const pass of this.#waiting.splice(0)) pass();
    });
  }
}

/** A moderator's desk whose decisions wait at the barrier; `statuses` says what became of them. */
async function sitDown(name, barrier) {
  await server.addModerator(name, `the password of ${name}`);
  const page = await (await browser.newContext()).newPage();
  const statuses = new Map();
  await page.route("**/desk/decisions", async (route) => {
    await barrier.reach();
    const answer = await route.fetch();
    const {results: [{comment, status}]} = await answer.json();
    statuses.set(comment, status);
    await route.fulfill({response: answer});
  });
  await page.goto(`${server.url}/desk/?site=demo&story=race`);
  await signInOn(page, name, `the password of ${name}`);
  return {page, statuses, name};
}

test("each comment has one decision and one event, and the slower one is told", async () => {
  const ids = await holdMany(times);
  const barrier = new Barrier(2);
  const anna = await sitDown("anna", barrier);
  const ben = await sitDown("ben", barrier);
  let told = 0;
  for (const id of ids) {
    const chosen = `article[data-comment-id="${id}"][aria-current=true]`;
    await Promise.all([anna, ben].map(({page}) => page.locator(chosen).waitFor()));
    await Promise.all([anna.page.keyboard.press("a"), ben.page.keyboard.press("r")]);
    await until(() => anna.statuses.has(id) && ben.statuses.has(id), "not decided");
    const outcomes = [anna.statuses.get(id), ben.statuses.get(id)];
    assert.deepEqual([...outcomes].sort(), ["conflict", "done"]);
    const [winner, loser] = outcomes[0] === "done" ? [anna, ben] : [ben, anna];
    const note = loser.page.getByText(new RegExp(`\\b${winner.name}\\b`));
    await until(async () => (await note.count()) > 0, `${loser.name} is not told`);
    told += 1;
  }
  assert.equal(told, times);
  for (const id of ids) {
    const {history} = await desk.comment(id);
    assert.equal(history.filter(({kind}) => kind === "decided").length, 1, id);
  }
  const {counts} = await desk.list("site=demo&story=race");
  assert.equal(counts.published + counts.rejected, times);
  assert.equal(counts.pending, 0);
});
