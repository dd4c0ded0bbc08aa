// What moderators and readers know of each other decides too: bans, reports, names, old stories.

import assert from "node:assert/strict";
import {after, before, test} from "node:test";

import {Desk} from "./support/desk.mjs";
import {end, judged, startWithRules} from "./support/own-rules.mjs";
import {newcomer} from "./support/reader.mjs";
import {openSocket} from "./support/socket.mjs";

let place;
let server;
let desk;
before(async () => {
  place = await startWithRules("file", {
    filters: {impersonation: {known_author_min: 2}, story: {days_max: 14}},
  });
  ({server} = place);
  desk = await Desk.signIn(server, "Mia", "a password for the tests");
});
after(() => end(place));

const codes = ({reasons = []}) => reasons.map(({code}) => code);

function report({id}, {id: author_of, author_token}, reason = "abusive") {
  return fetch(`${server.url}/api/v1/comments/${id}/reports`, {
    method: "POST",
    headers: {"content-type": "application/json"},
    body: JSON.stringify({reason, author_of, author_token}),
  });
}

test("who is banned is not published, until the ban is lifted", async () => {
  const rude = newcomer("Rudi Rude", {text: "Good morning to the harbour."});
  const first = await judged(server, rude);
  assert.equal(first.state, "published");
  const {author} = await desk.comment(first.id);
  const elsewhere = await desk.ban(author.pseudonym, {site: "demo", story: "another"});
  assert.equal((await judged(server, {...rude, text: "I am still here."})).state, "published");

  const ban = await desk.ban(author.pseudonym, {site: "demo", days: 30, reason: "insults"});
  const refused = await judged(server, {...rude, text: "Good evening to the harbour."});
  assert.equal(refused.state, "rejected");
  assert.ok(codes(refused).includes("banned_author"));
  const gerd = newcomer("Gerd", {text: "Good evening!"});
  assert.equal((await judged(server, gerd)).state, "published");
  assert.equal((await server.comment(first.id)).state, "published", "what is published stays");

  await desk.liftBan(ban);
  assert.equal((await judged(server, {...rude, text: "Back again."})).state, "published");
  const late = await judged(server, {...rude, text: "And in the other story?"}, "another");
  assert.equal(late.state, "rejected");
  await desk.liftBan(elsewhere);
});

test("what readers report enough waits, and what a moderator approved then stays", async () => {
  const story = "reported";
  const readers = [];
  for (const name of ["Ulf", "Vera", "Willi", "Xenia", "Yves", "Zoe"])
    readers.push(await judged(server, newcomer(name, {text: `A word from ${name}.`}), story));
  const author = await judged(server, newcomer("Oskar", {text: "What a strange ferry."}), story);
  const live = await openSocket(`${server.url}/api/v1/sites/demo/stories/${story}/live`);

  for (const reader of readers.slice(0, 2))
    assert.equal((await report(author, reader)).status, 202);
  assert.equal((await report(author, readers[0])).status, 202, "once more, which changes nothing");
  assert.equal((await server.comment(author.id)).state, "published");
  assert.equal((await report(author, readers[2], "spam")).status, 202);
  await live.message(({type, comment}) => type === "removed" && comment === author.id);
  live.close();
  const held = await server.comment(author.id, author.author_token);
  assert.equal(held.state, "pending");
  assert.ok(codes(held).includes("reported"));
  assert.equal((await report(author, readers[3])).status, 404, "it is not public any more");

  const seen = await desk.comment(author.id);
  assert.deepEqual(seen.reports.map(({reason, outcome}) => [reason, outcome]),
    [["abusive", "open"], ["abusive", "open"], ["spam", "open"]]);
  assert.ok(seen.findings.some(({reason}) => reason === "reported"));
  assert.equal((await desk.decide(seen, "approve")).state, "published");
  for (const reader of readers.slice(3)) assert.equal((await report(author, reader)).status, 202);
  assert.equal((await server.comment(author.id)).state, "published");
});

test("the name of a known author is that author's", async () => {
  const ada = newcomer("Ada Byron King");
  let proof = {};
  for (const text of ["One engine.", "Two engines.", "Three engines."]) {
    const {id, author_token, state} = await judged(server, {...ada, text, ...proof});
    assert.equal(state, "published");
    proof = {author_of: id, author_token};
  }
  const another = {name: "Adа Byron K1ng", email: "else@mail.example", text: "No engines."};
  const held = await judged(server, another);
  assert.equal(held.state, "pending");
  assert.ok(codes(held).includes("impersonation"));
  assert.equal((await judged(server, {...ada, text: "Four!", ...proof})).state, "published");
});

test("a story that its page or the desk calls old takes no comment unseen", async () => {
  const young = newcomer("Jan", {text: "How new!", story_published_at: today(-3)});
  assert.equal((await judged(server, young, "young")).state, "published");
  const old = newcomer("Kai", {text: "How old!", story_published_at: `${today(-30)}T09:00:00Z`});
  assert.ok(codes(await judged(server, old, "old")).includes("old_story"));

  await desk.dateStory("young", today(-20));
  const later = newcomer("Lea", {text: "Older than it says.", story_published_at: today(-1)});
  assert.ok(codes(await judged(server, later, "young")).includes("old_story"));
  const wrong = newcomer("Max", {text: "When?", story_published_at: "soon"});
  const {errors} = await (await server.post("old", wrong)).json();
  assert.deepEqual(errors.map(({field}) => field), ["story_published_at"]);
});

function today(days) {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

test("what was decided so can be replayed, and comes out as stored", async () => {
  const {stdout} = await server.command(["rules", "backtest", "active", "--json"]);
  const report = JSON.parse(stdout);
  assert.equal(report.unlike_stored, 0);
  assert.ok(report.comments > 20, `${report.comments}`);
});
