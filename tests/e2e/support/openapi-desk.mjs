// What the moderators' desk calls, in the ways that its operations can answer.

import assert from "node:assert/strict";

import {handshake} from "./checked-api.mjs";
import {comment, judged, nowhere, story, stranger} from "./openapi-readers.mjs";
import {until} from "./server.mjs";

const unknown = "00000000-0000-7000-8000-000000000000";

/** Makes a moderator and signs them in; resolves to the headers for reading and for changes. */
export async function signIn(api, name, role) {
  const json = {name, password: `the password of ${name}`};
  await api.server.addModerator(name, json.password, role);
  const {headers, value} = await api.call("signIn", {json});
  const [cookie] = headers["set-cookie"][0].split(";");
  return {read: {cookie}, change: {cookie, "x-csrf-token": value.csrf_token}};
}

export async function useSessions(api) {
  const {read} = await signIn(api, "sam");
  await api.expect(200, "showSession", {headers: read});
  await api.expect(204, "signOut", {headers: read});
  await api.expect(401, "showSession", {headers: read});
}

/** Afterwards nobody can sign in from here for a while. */
export async function failToSignIn(api) {
  const wrong = {name: "nina", password: "a guess"};
  await api.expect(400, "signIn", {json: {name: "nina"}});
  await api.expect(403, "signIn", {json: wrong, headers: stranger});
  await api.expect(415, "signIn", {form: wrong});
  const statuses = [];
  do statuses.push((await api.call("signIn", {json: wrong})).status);
  while (statuses.at(-1) === 401 && statuses.length < 50);
  assert.equal(statuses[0], 401);
  assert.equal(statuses.at(-1), 429);
}

export async function readAtDesk(api, {read: headers}) {
  const list = (status, query) => api.expect(status, "listDeskComments", {query, headers});
  const {comments: [first], next} = await list(200, "limit=1");
  assert.ok(next, "there are more");
  await list(200, `limit=1&cursor=${encodeURIComponent(next)}`);
  const {comments: [found]} = await list(200,
    "state=pending&site=demo&reason=suspect_word&sort=newest&limit=1000");
  assert.ok(found.findings.some(({reason}) => reason === "suspect_word"));
  for (const query of ["state=lost", "sort=best", "limit=0", "limit=2x", "cursor=x", "since=x",
    "reported=0", "sort=urgent", `text=${"x".repeat(201)}`]) await list(400, query);
  const {comments: searched, reasons} = await list(200,
    "text=shit&section=%2F&since=2026-01-01&sort=reports");
  assert.ok(searched.length > 0 && searched.every(({text}) => /shit/.test(text)));
  assert.ok(reasons.suspect_word >= 1);
  await list(200, "state=pending&sort=urgent&cluster=x");
  await api.expect(401, "listDeskComments");

  const path = {comment: first.id};
  await api.expect(200, "showDeskComment", {path, headers});
  await api.expect(404, "showDeskComment", {path: {comment: unknown}, headers});
  await api.expect(401, "showDeskComment", {path});
}

/** Calls a change in the ways in which each refuses; `json` is what it would take. */
async function refuseChange(api, id, {json, path}, moderator, viewer, empty = 400) {
  const call = (status, request) => api.expect(status, id, {path, json, ...request});
  await call(401, {});
  await call(403, {headers: moderator.read});
  await call(403, {headers: viewer.change});
  await call(empty, {headers: moderator.change, json: {}});
  await call(415, {headers: moderator.change, type: "text/plain"});
}

export async function changeAtDesk(api, moderator, viewer) {
  const {id} = await judged(api, "Dan Decided");
  const headers = moderator.change;
  const {revision} = await api.expect(200, "showDeskComment", {path: {comment: id}, headers});
  const spam = {comment: id, revision, action: "spam", reason: "an advertisement"};
  const decisions = [spam, {...spam, revision: revision + 7}, {...spam, comment: unknown}];
  await refuseChange(api, "decide", {json: {decisions}}, moderator, viewer);
  const {results, undo} = await api.expect(200, "decide", {json: {decisions}, headers});
  assert.deepEqual(results.map(({status}) => status), ["done", "conflict", "not_found"]);
  const {history} = await api.expect(200, "showDeskComment", {path: {comment: id}, headers});
  assert.equal(history.at(-1).reason, spam.reason);

  await refuseChange(api, "undo", {json: {undo}}, moderator, viewer);
  await api.expect(404, "undo", {json: {undo: unknown}, headers});
  const again = await api.expect(200, "undo", {json: {undo}, headers});
  assert.deepEqual(again.results.map(({status, state}) => [status, state]),
    [["done", "published"]]);

  const json = {state: "closed"};
  await refuseChange(api, "changeStory", {json, path: story}, moderator, viewer);
  await api.expect(404, "changeStory", {path: nowhere, json, headers});
  await api.expect(200, "changeStory", {path: story, json, headers});
  await api.expect(200, "changeStory", {path: story, json: {published_at: "2026-01-02"}, headers});
  for (const wrong of [{published_at: "soon"}, {published_at: 1}, {state: "ajar"}, []])
    await api.expect(400, "changeStory", {path: story, json: wrong, headers});
  const late = {path: story, json: comment(api, "Lea Late")};
  assert.equal((await api.expect(403, "postComment", late)).code, "story_closed");
  await api.expect(200, "changeStory", {path: story, json: {state: "open"}, headers});
}

/** Claims, edits and masks a comment, and looks the work up in the log and the statistics. */
export async function editAndLookBack(api, moderator, viewer) {
  const {id} = await judged(api, "Edith Edited", {text: "Call me: 555 1234, or come by."});
  const path = {comment: id};
  const {read, change} = moderator;
  const show = () => api.expect(200, "showDeskComment", {path, headers: read});

  for (const [claim, done] of [["claimComment", 200], ["releaseComment", 204]]) {
    await api.expect(401, claim, {path});
    await api.expect(403, claim, {path, headers: viewer.change});
    await api.expect(404, claim, {path: {comment: unknown}, headers: change});
    await api.expect(done, claim, {path, headers: change});
  }
  const other = await signIn(api, "otto");
  await api.expect(200, "claimComment", {path, headers: other.change});
  const {mine, by} = await api.expect(200, "claimComment", {path, headers: change});
  assert.deepEqual([mine, by], [false, "otto"]);
  assert.equal((await show()).claim.by, "otto");

  const {revision, text} = await show();
  const json = {revision, mask: [{start: 9, end: 17}], reason: "a telephone number"};
  await refuseChange(api, "editDeskComment", {json, path}, moderator, viewer);
  const edit = (status, form, at = path) =>
    api.expect(status, "editDeskComment", {path: at, json: form, headers: change});
  await edit(404, json, {comment: unknown});
  await edit(409, {...json, revision: revision + 1});
  for (const wrong of [{}, {text: 1}, {text: "a", mask: []}, {mask: []},
    {mask: [{start: 3, end: 1}]}, {mask: [{start: 0, end: 9999}]}, {mask: [{start: -1, end: 2}]}])
    await edit(400, {revision, ...wrong});
  await edit(422, {revision, text: " "});
  await edit(422, {revision, text: "fine", reason: "x".repeat(501)});
  const masked = await edit(200, json);
  assert.equal(masked.comment.text, "Call me: ███, or come by.");
  assert.deepEqual(masked.comment.revisions.map((each) => each.text), [text]);
  await api.expect(200, "undo", {json: {undo: masked.undo}, headers: change});
  assert.equal((await show()).text, text);
  const own = await edit(200, {revision: revision + 2, text: "Ask edith.edited@mail.example."});
  assert.doesNotMatch(own.comment.text, /@/, "the author's own address is masked in any text");

  const log = (status, query, headers = read) =>
    api.expect(status, "listEvents", {query, headers});
  const {events, next} = await log(200, "limit=2&site=demo&actor=mia");
  assert.deepEqual(events.map(({kind}) => kind), ["edited", "undone"]);
  await log(200, `limit=2&cursor=${encodeURIComponent(next)}`);
  for (const wrong of ["cursor=x", "limit=0", "since=x", "format=xml"]) await log(400, wrong);
  await log(200, "kind=judged,banned&since=2026-01-01");
  await log(401, "", {});
  await log(200, "format=csv");

  const statistics = (status, query, headers = read) =>
    api.expect(status, "showStatistics", {query, headers});
  const {series} = await statistics(200, "by=hour&zone=%2B05:30&site=demo");
  assert.ok(series.reduce((sum, {submitted}) => sum + submitted, 0) > 0);
  for (const wrong of ["by=year", "zone=CET", "since=x", "format=xml",
    "since=2000-01-01&by=hour"]) await statistics(400, wrong);
  await statistics(200, "format=csv");
  await statistics(401, "", {});
}

export async function useRules(api, moderator, viewer) {
  const admin = await signIn(api, "ada", "admin");
  const read = (status, id, rest) => api.expect(status, id, {headers: viewer.read, ...rest});
  const {active} = await read(200, "listRules");
  const {rules} = await read(200, "showRules", {path: {version: active}});
  await read(404, "showRules", {path: {version: "000000000000"}});
  await read(200, "compareRules", {query: `from=${active}`});
  await read(404, "compareRules", {query: "to=000000000000"});
  await read(200, "showPolicy", {query: "site=demo&story=a&author=trusted"});
  await read(400, "showPolicy", {query: "author=famous"});
  await read(404, "showBacktest", {path: {backtest: unknown}});

  await refuseChange(api, "keepRules", {json: {rules}}, admin, moderator);
  const keep = (status, json) =>
    api.expect(status, "keepRules", {json, headers: admin.change});
  const {errors} = await keep(422, {rules: {zebra: 1}});
  assert.deepEqual(errors.map(({field}) => field), ["zebra"]);
  const {version} = await keep(201, {rules: {...rules, preset: "strict"}, base: active});

  const trial = {comment: {name: "Tess", text: "You piece of shit."}};
  await refuseChange(api, "testRules", {json: trial}, moderator, viewer);
  const test = (status, json) =>
    api.expect(status, "testRules", {json, headers: moderator.change});
  assert.equal((await test(200, {...trial, version})).rule_set, version);
  assert.ok((await test(200, {...trial, rules, base: active})).findings.length > 0);
  await test(404, {...trial, version: "000000000000"});
  await test(422, {...trial, rules: {zebra: 1}});

  await refuseChange(api, "activateRules", {json: {version}}, admin, moderator, 409);
  await api.expect(409, "activateRules", {json: {version}, headers: admin.change});

  const begin = (status, json) =>
    api.expect(status, "startBacktest", {json, headers: moderator.change});
  await refuseChange(api, "startBacktest", {json: {version}}, moderator, viewer);
  await begin(404, {version: "000000000000"});
  const {id: backtest} = await begin(202, {version, days: 1});
  await until(async () =>
    (await read(200, "showBacktest", {path: {backtest}})).state === "done", "it is not done");

  for (const id of ["listRules", "showRules", "compareRules", "showPolicy", "showBacktest"])
    await api.expect(401, id, {path: {version, backtest}});
}

export async function reportAndBan(api, moderator, viewer) {
  const {id} = await judged(api, "Rita Reported");
  const path = {comment: id};
  const report = (status, json, rest) =>
    api.expect(status, "reportComment", {path, json, ...rest});
  await report(202, {reason: "abusive", text: "It insults me."});
  await report(202, {reason: "spam"});
  const {errors} = await report(422, {reason: "boring"});
  assert.deepEqual(errors.map(({field}) => field), ["reason"]);
  await report(422, {reason: "illegal"});
  await report(422, {reason: "other", text: "x".repeat(1001)});
  await report(400, []);
  await report(403, {reason: "spam"}, {headers: stranger});
  await report(404, {reason: "spam"}, {path: {comment: unknown}});
  await report(415, undefined, {form: {reason: "spam"}});

  const {read, change} = moderator;
  const {reports, author: {pseudonym}, revision} =
    await api.expect(200, "showDeskComment", {path, headers: read});
  const [{at: _, ...only}, ...others] = reports;
  assert.deepEqual(others, []);
  assert.deepEqual(only,
    {reason: "abusive", text: "It insults me.", outcome: "open", weight: 1});
  const reported = await api.expect(200, "listDeskComments", {query: "reported=1", headers: read});
  assert.deepEqual(reported.comments.map((each) => each.id), [id]);
  assert.equal(reported.counts.reported, 1);
  const decisions = [{comment: id, revision, action: "approve"}];
  const {results} = await api.expect(200, "decide", {json: {decisions}, headers: change});
  assert.equal(results[0].status, "done", "what is published and reported can be approved");
  const after = await api.expect(200, "showDeskComment", {path, headers: read});
  assert.equal(after.reports[0].outcome, "dismissed");

  const author = {author: pseudonym};
  await refuseChange(api, "noteAuthor", {json: {text: "Hm."}, path: author}, moderator, viewer);
  const noted = (status, text, name = pseudonym) =>
    api.expect(status, "noteAuthor", {path: {author: name}, json: {text}, headers: change});
  await noted(201, "Was warned by mail.");
  await noted(422, " ");
  await noted(422, "x".repeat(2001));
  await noted(404, "Who is it?", "nobody");
  const reveal = {json: {reason: "a threat"}, path: author};
  await refuseChange(api, "revealAddress", reveal, moderator, viewer);
  const shown = await api.expect(200, "revealAddress", {...reveal, headers: change});
  assert.equal(shown.email, "rita.reported@mail.example");
  await api.expect(422, "revealAddress", {...reveal, json: {reason: "x"}, headers: change});
  await api.expect(404, "revealAddress", {...reveal, path: {author: "x"}, headers: change});

  const ban = {path: author, json: {site: "demo", days: 30, reason: "insults"}};
  const wrong = {...ban, headers: change};
  for (const json of [[], {site: "nowhere"}, {story: "a"}, {days: 0}, {days: "3"}, {reason: 1}])
    await api.expect(400, "banAuthor", {...wrong, json});
  await api.expect(404, "banAuthor", {...wrong, path: {author: "nobody"}});
  await api.expect(415, "banAuthor", {path: author, headers: change, type: "text/plain", json: {}});
  await api.expect(401, "banAuthor", ban);
  await api.expect(403, "banAuthor", {...ban, headers: viewer.change});
  const {id: banId} = await api.expect(201, "banAuthor", {...ban, headers: change});
  const show = async (status, name = pseudonym, headers = read) =>
    api.expect(status, "showAuthor", {path: {author: name}, headers});
  const {bans, notes, names, counts} = await show(200);
  assert.deepEqual(bans.map(({id: each, by}) => [each, by]), [[banId, "mia"]]);
  assert.deepEqual(notes.map(({text, by}) => [text, by]), [["Was warned by mail.", "mia"]]);
  assert.deepEqual(names, [{name: "Rita Reported", comments: 1}]);
  assert.equal(counts.all.published, 1);
  await show(404, "nobody");
  await show(401, pseudonym, {});
  const lift = (status, headers) => api.expect(status, "liftBan", {path: {ban: banId}, headers});
  await lift(401, {});
  await lift(403, viewer.change);
  await lift(204, change);
  await lift(404, change);
  assert.equal((await show(200)).bans[0].lifted_by, "mia");

  // As often as one reader may in an hour.
  let status;
  for (let i = 0; i < 30 && status !== 429; i += 1) {
    const next = await judged(api, `Rita ${i}`);
    const asked = {path: {comment: next.id}, json: {reason: "spam"}};
    ({status} = await api.call("reportComment", asked));
  }
  assert.equal(status, 429);
}

/** Follows a story and the desk while a comment is published, taken away, and its story closed. */
export async function followChanges(api, {read, change}) {
  const path = {...story, story: "followed"};
  const reader = await api.follow("followStory", {path});
  const desk = await api.follow("followDesk", {headers: read});
  const behind = await api.follow("followStory", {path, query: "since=999999"});
  await behind.take(({type}) => type === "resync");
  const json = comment(api, "Flo Followed");
  const {id} = await api.expect(202, "postComment", {path, json});
  const {comment: shown} = await reader.take(({type}) => type === "published");
  assert.equal(shown.id, id);
  const decisions = [{comment: id, revision: 1, action: "reject"}];
  await api.expect(200, "decide", {json: {decisions}, headers: change});
  await reader.take(({type}) => type === "removed");
  await desk.take(({type, to}) => type === "comment" && to === "rejected");
  await api.expect(200, "changeStory", {path, json: {state: "closed"}, headers: change});
  await Promise.all([reader, desk].map((each) => each.take(({type}) => type === "story")));
  for (const each of [reader, desk, behind]) each.close();
}

export async function shakeHands(api, {read}) {
  const cookies = {followStory: {}, followDesk: read};
  for (const [id, own] of Object.entries(cookies)) {
    const shake = (status, headers) =>
      api.expect(status, id, {path: story, headers: {...handshake, ...own, ...headers}});
    await shake(101, {});
    await shake(403, stranger);
    await shake(400, {"sec-websocket-key": "x".repeat(80)});
    await shake(426, {"sec-websocket-version": "12"});
    await api.expect(426, id, {path: story, headers: own});
  }
  await api.expect(404, "followStory", {path: nowhere, headers: handshake});
  await api.expect(401, "followDesk", {headers: handshake});
}

/** While Redis does not answer. */
export async function callInVain(api, {change: headers}) {
  const path = {...story, comment: unknown, version: "000000000000", backtest: unknown,
    author: "x", ban: unknown, session: unknown, token: unknown, user: unknown,
    invitation: unknown};
  const json = comment(api, "Una Unlucky");
  const accounts = ["listSessions", "endSessions", "endSession", "keepSettings",
    "changePassword", "proposeTwoFactor", "confirmTwoFactor", "dropTwoFactor", "listTokens",
    "makeToken", "revokeToken", "listUsers", "changeUser", "invite", "revokeInvitation"];
  const desk = [...accounts, "showSession", "signOut", "listDeskComments", "showDeskComment",
    "decide", "changeStory", "listRules", "showRules", "keepRules", "activateRules", "compareRules",
    "showPolicy", "startBacktest", "showBacktest", "showAuthor", "banAuthor", "liftBan",
    "undo", "noteAuthor", "revealAddress", "claimComment", "releaseComment", "editDeskComment",
    "listEvents", "showStatistics", "testRules"];
  await Promise.all([
    api.expect(503, "postComment", {path, json}),
    ...["likeComment", "unlikeComment"].map((id) =>
      api.expect(503, id, {path, json: {reader: "r".repeat(16)}})),
    api.expect(503, "previewComment", {path, json: {text: "a"}}),
    api.expect(503, "signIn", {json: {name: "mia", password: "x"}}),
    api.expect(503, "followDesk", {headers: {...headers, ...handshake}}),
    ...desk.map((id) => api.expect(503, id, {path, headers})),
    until(async () => (await api.call("showReadiness")).status === 503, "it is still ready"),
  ]);
}
