// A hostile moderator of another site, who knows every id.

import assert from "node:assert/strict";
import {after, before, test} from "node:test";

import {Account} from "./support/account.mjs";
import {newcomer} from "./support/reader.mjs";
import {until} from "./support/server.mjs";
import {openSocket} from "./support/socket.mjs";
import {endTwoSites, startTwoSites} from "./support/two-sites.mjs";

const unknown = "00000000-0000-7000-8000-000000000000";
let server;
let chief;
let eve;
let seen;
let ban;
let undo;
let edit;
before(async () => {
  ({server, chief} = await startTwoSites());
  eve = await Account.add(server, "eve", "admin", "gazette");
  seen = await commented("demo", "Dora Demo", "The harbour is a secret of the demo site.");
  await commented("gazette", "Gus Gazette", "The gazette has a harbour, too.");
  const author = seen.author.pseudonym;
  ban = (await chief.ask("POST", `authors/${author}/bans`, {site: "demo"})).body.id;
  await chief.ask("POST", `authors/${author}/notes`, {text: "A note of the chief's."});
  const edited = await chief.ask("POST", `comments/${seen.id}/edits`,
    {revision: seen.revision, text: "The harbour is no secret.", reason: "tidied"});
  edit = edited.body.undo;
  const {revision} = edited.body.comment;
  const decided = await chief.ask("POST", "decisions",
    {decisions: [{comment: seen.id, revision, action: "reject", reason: "a quarrel"}]});
  undo = decided.body.undo;
  seen = (await chief.ask("GET", `comments/${seen.id}`)).body;
  assert.ok(ban && undo && edit);
});
after(() => endTwoSites(server));

test("finds none of it by its ids", async () => {
  const author = seen.author.pseudonym;
  const refused = [
    ["GET", `comments/${seen.id}`],
    ["POST", `comments/${seen.id}/edits`, {revision: seen.revision, text: "Mine.", reason: "x"}],
    ["PUT", `claims/${seen.id}`],
    ["DELETE", `claims/${seen.id}`],
    ["POST", "undo", {undo}],
    ["POST", "undo", {undo: edit}],
    ["GET", `authors/${author}`],
    ["POST", `authors/${author}/notes`, {text: "I was here."}],
    ["POST", `authors/${author}/email`, {reason: "curiosity"}],
    ["POST", `authors/${author}/bans`, {site: "gazette"}],
    ["DELETE", `bans/${ban}`],
    ["PATCH", "stories/demo/harbour", {state: "closed"}],
  ];
  for (const request of refused)
    assert.equal(await eve.statusOf(...request), 404, String(request.slice(0, 2)));
  const decision = {comment: seen.id, revision: seen.revision, action: "approve"};
  const {body: {results, undo: none}} = await eve.ask("POST", "decisions",
    {decisions: [decision, {...decision, comment: unknown}]});
  assert.deepEqual(results.map(({status, state}) => [status, state]),
    [["not_found", undefined], ["not_found", undefined]]);
  assert.equal(none, undefined);
  const now = (await chief.ask("GET", `comments/${seen.id}`)).body;
  assert.deepEqual([now.revision, now.state, now.text, now.history.length],
    [seen.revision, seen.state, seen.text, seen.history.length]);
});

test("reaches nothing that concerns all sites", async () => {
  const {active} = (await eve.ask("GET", "rules")).body;
  assert.ok(active);
  const forbidden = [
    ["POST", "rules/versions", {rules: {}}],
    ["POST", "rules/activations", {version: active}],
    ["POST", "rules/backtests", {version: active}],
    ["POST", `authors/${seen.author.pseudonym}/bans`, {}],
    ["GET", "users"],
  ];
  for (const request of forbidden)
    assert.equal(await eve.statusOf(...request), 403, String(request.slice(0, 2)));
  assert.equal(await eve.statusOf("POST", `authors/${seen.author.pseudonym}/bans`,
    {site: "demo"}), 400);
});

test("sees nothing of it in lists, counts, the log, statistics or the feed", async () => {
  for (const query of ["", "site=demo", "state=rejected", "text=harbour", "story=harbour",
    `author=${seen.author.pseudonym}`, `cluster=${seen.id}`]) {
    const {body} = await eve.ask("GET", `comments?${query}`);
    assert.ok(body.comments.every(({site}) => site === "gazette"), query);
    assert.ok(!JSON.stringify(body).includes("Dora"), query);
    assert.equal(body.counts.rejected, 0, query);
  }
  const here = (await eve.ask("GET", "comments?site=demo")).body;
  assert.deepEqual([here.comments, here.counts.published], [[], 0]);
  assert.equal((await eve.ask("GET", "comments?site=gazette")).body.counts.published, 1);
  for (const query of ["limit=200", "site=demo", "kind=decided,edited,banned,signed_in"]) {
    const {body: {events}} = await eve.ask("GET", `events?${query}`);
    assert.ok(events.every(({site}) => site === "gazette"), query);
  }
  assert.ok(!(await eve.ask("GET", "events?format=csv")).body.includes("quarrel"));
  const sum = async (query) => (await eve.ask("GET", `statistics?${query}`)).body.series
    .reduce((all, {submitted}) => all + submitted, 0);
  assert.deepEqual([await sum(""), await sum("site=demo")], [1, 0]);

  const feed = await openSocket(`${server.url}/api/v1/desk/live`, eve.headers);
  await chief.ask("PUT", `claims/${seen.id}`);
  await commented("demo", "Dan Demo", "Another one of the demo site.");
  const {id} = await commented("gazette", "Gil Gazette", "One more of the gazette.");
  await feed.message(({comment}) => comment === id);
  assert.ok(feed.messages.every(({site}) => site === undefined || site === "gazette"));
  feed.close();
  const resumed = await openSocket(`${server.url}/api/v1/desk/live?since=0`, eve.headers);
  await resumed.message(({comment, type}) => comment === id || type === "resync");
  assert.ok(resumed.messages.every(({site}) => site === undefined || site === "gazette"));
  resumed.close();
});

test("knows of an author who is on both sites what happened on theirs", async () => {
  const both = await commented("gazette", "Dora Demo", "Dora writes to the gazette as well.");
  const author = both.author.pseudonym;
  assert.equal(author, seen.author.pseudonym);
  await eve.ask("POST", `authors/${author}/notes`, {text: "A note of Eve's."});
  const here = (await eve.ask("GET", `authors/${author}`)).body;
  assert.deepEqual(here.names, [{name: "Dora Demo", comments: 1}]);
  assert.equal(here.counts.all.rejected, 0);
  assert.deepEqual(here.bans, []);
  assert.deepEqual(here.notes.map(({text}) => text), ["A note of Eve's."]);
  const all = (await chief.ask("GET", `authors/${author}`)).body;
  assert.equal(all.names[0].comments, 2);
  assert.equal(all.notes.length, 2);
});

/** A comment on a site, once it is stored; resolves to it as the chief's desk shows it. */
async function commented(site, name, text) {
  const answer = await fetch(`${server.url}/api/v1/sites/${site}/stories/harbour/comments`, {
    method: "POST",
    headers: {"content-type": "application/json"},
    body: JSON.stringify({story_url: `${server.url}/demo/`, ...newcomer(name, {text})}),
  });
  const {id} = await answer.json();
  return until(async () => {
    const {status, body} = await chief.ask("GET", `comments/${id}`);
    return status === 200 && body;
  }, "the comment is not stored");
}
