// Accounts of the desk: how moderators come, prove who they are, and how far each one reaches.

import assert from "node:assert/strict";
import {after, before, describe, test} from "node:test";

import {Account, post} from "./support/account.mjs";
import {codeOf} from "./support/authenticator.mjs";
import {until} from "./support/server.mjs";
import {openSocket} from "./support/socket.mjs";
import {endTwoSites, startTwoSites} from "./support/two-sites.mjs";

const unknown = "00000000-0000-7000-8000-000000000000";
let server;
let chief;
before(async () => { ({server, chief} = await startTwoSites()); });
after(() => endTwoSites(server));

/** Puts a second factor on; resolves to its secret and recovery codes. */
async function withSecondFactor(account) {
  const {body: {secret, uri}} = await account.ask("POST", "two-factor");
  assert.match(uri, new RegExp(`^otpauth://totp/Rejoinder:\\w+\\?secret=${secret}&issuer=`));
  const confirmed = await account.ask("PUT", "two-factor", {code: codeOf(secret, -1)});
  assert.equal(confirmed.status, 200);
  return {secret, codes: confirmed.body.recovery_codes};
}

describe("invitations", () => {
  test("a link leads to an account, once", async () => {
    const made = await chief.ask("POST", "invitations",
      {name: "ivy", role: "viewer", sites: ["gazette"]});
    assert.equal(made.status, 201);
    const [place, token] = made.body.link.split("?invitation=");
    assert.equal(place, `${server.url}/desk/`);
    const listed = (await chief.ask("GET", "users")).body;
    assert.deepEqual(listed.invitations.map(({name, by, sites}) => [name, by, sites]),
      [["ivy", "chief", ["gazette"]]]);
    assert.ok(!JSON.stringify(listed).includes(token), "the token is shown once");

    const shown = await post(server, "invitation", {token});
    assert.deepEqual(await shown.json(),
      {name: "ivy", role: "viewer", by: "chief", sites: ["gazette"]});
    const short = await post(server, "invitation/acceptance", {token, password: "short"});
    assert.equal(short.status, 422);
    const password = Account.passwordOf("ivy");
    const ivy = await Account.from(server,
      await post(server, "invitation/acceptance", {token, password}));
    assert.equal(ivy.status, 200);
    assert.deepEqual(ivy.session.moderator.sites, ["gazette"]);
    assert.deepEqual(ivy.session.all_sites, ["gazette"]);
    assert.equal(await ivy.statusOf("GET", "comments"), 200);
    assert.equal((await Account.signIn(server, "ivy")).status, 200);

    for (const path of ["invitation", "invitation/acceptance"])
      assert.equal((await post(server, path, {token, password})).status, 404, "used");
    assert.deepEqual((await chief.ask("GET", "users")).body.invitations, []);
    const taken = await chief.ask("POST", "invitations", {name: "ivy"});
    assert.deepEqual([taken.status, taken.body.errors[0].code], [422, "taken"]);
  });

  test("what is taken back, or made by somebody who may no longer, is void", async () => {
    const {body: first} = await chief.ask("POST", "invitations", {name: "una"});
    assert.equal(await chief.statusOf("DELETE", `invitations/${first.id}`), 204);
    assert.equal(await chief.statusOf("DELETE", `invitations/${first.id}`), 404);
    const other = await Account.add(server, "other", "admin");
    const {body: second} = await other.ask("POST", "invitations", {name: "una"});
    await server.command(["moderator", "role", "other", "moderator"]);
    for (const {link} of [first, second]) {
      const [, token] = link.split("=");
      assert.equal((await post(server, "invitation", {token})).status, 404);
    }
  });

  test("the command line invites as well", async () => {
    const {stdout} = await server.command(["moderator", "invite", "tess", "--sites", "demo",
      "--url", "https://comments.example"]);
    const [, token] = stdout.match(/^https:\/\/comments\.example\/desk\/\?invitation=(\S+)$/m);
    const shown = await post(server, "invitation", {token});
    assert.deepEqual(await shown.json(), {name: "tess", role: "moderator", sites: ["demo"]});
  });
});

describe("the second factor", () => {
  test("a code signs in once, and so does each recovery code", async () => {
    const tom = await Account.add(server, "tom");
    assert.equal(tom.session.moderator.two_factor, false);
    const {body: {secret: dropped}} = await tom.ask("POST", "two-factor");
    const wrong = await tom.ask("PUT", "two-factor", {code: codeOf(dropped, 40)});
    assert.deepEqual([wrong.status, wrong.code], [403, "code_wrong"]);
    assert.equal((await Account.signIn(server, "tom")).status, 200, "proposed is not in force");

    const {secret, codes} = await withSecondFactor(tom);
    assert.equal(new Set(codes).size, 10);
    const signIn = async (more) => {
      const {status, code} = await Account.signIn(server, "tom", more);
      return [status, code];
    };
    assert.deepEqual(await signIn({}), [401, "second_factor_required"]);
    assert.deepEqual(await signIn({code: codeOf(secret, -1)}), [401, "wrong_credentials"],
      "the code that confirmed it is used");
    const code = codeOf(secret);
    assert.equal((await signIn({code}))[0], 200);
    assert.deepEqual(await signIn({code}), [401, "wrong_credentials"], "a replay");
    assert.equal((await signIn({code: ` ${codes[3].toUpperCase().replace("-", " ")}`}))[0], 200);
    assert.deepEqual(await signIn({code: codes[3]}), [401, "wrong_credentials"], "used");
    assert.deepEqual(await signIn({code: codes[4], password: "not this one"}),
      [401, "wrong_credentials"]);
    const again = await Account.signIn(server, "tom", {code: codes[4]});
    assert.equal(again.session.moderator.two_factor, true);
  });

  test("it goes with the password, or by an admin", async () => {
    const tia = await Account.add(server, "tia");
    await withSecondFactor(tia);
    assert.equal((await tia.ask("DELETE", "two-factor", {password: "?"})).code, "password_wrong");
    assert.equal(await tia.statusOf("DELETE", "two-factor",
      {password: Account.passwordOf("tia")}), 204);
    assert.equal((await Account.signIn(server, "tia")).status, 200);

    const {codes} = await withSecondFactor(tia);
    const {id} = tia.session.moderator;
    const changed = await chief.ask("PATCH", `users/${id}`, {two_factor: false});
    assert.equal(changed.body.two_factor, false);
    assert.equal((await Account.signIn(server, "tia")).status, 200);
    await withSecondFactor(tia);
    assert.equal((await Account.signIn(server, "tia", {code: codes[0]})).status, 401,
      "codes go with the factor");
    await server.command(["moderator", "drop-second-factor", "tia"]);
    assert.equal((await Account.signIn(server, "tia")).status, 200);
  });
});

describe("sessions", () => {
  const firefox = {"user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko Firefox/140.0"};

  test("they are listed, coarsely, and each can be ended", async () => {
    const sue = await Account.add(server, "sue");
    const there = await Account.signIn(server, "sue", {}, firefox);
    const {body: {sessions}} = await sue.ask("GET", "sessions");
    assert.deepEqual(sessions.map(({agent, current}) => [agent, current]).sort(),
      [["Another browser", true], ["Firefox on Linux", false]]);
    const {id} = sessions.find(({current}) => !current);
    const zoe = await Account.add(server, "zoe");
    assert.equal(await zoe.statusOf("DELETE", `sessions/${id}`), 404, "another's session");
    assert.equal(await there.statusOf("GET", "session"), 200);
    assert.equal(await sue.statusOf("DELETE", `sessions/${id}`), 204);
    assert.equal(await there.statusOf("GET", "session"), 401);
    assert.equal(await sue.statusOf("GET", "session"), 200);
  });

  test("all others end at once, and with a change of the password", async () => {
    const sia = await Account.add(server, "sia");
    const second = await Account.signIn(server, "sia");
    assert.equal(await sia.statusOf("DELETE", "sessions"), 204);
    assert.equal(await second.statusOf("GET", "session"), 401);
    assert.equal(await sia.statusOf("GET", "session"), 200);
    assert.equal((await sia.ask("GET", "sessions")).body.sessions.length, 1);

    const third = await Account.signIn(server, "sia");
    const change = (old, fresh) => sia.ask("PUT", "password", {old, new: fresh});
    assert.equal((await change("a guess", "a new password of sia")).code, "password_wrong");
    assert.equal((await change(Account.passwordOf("sia"), "short")).status, 422);
    assert.equal((await change(Account.passwordOf("sia"), "a new password of sia")).status, 204);
    assert.equal(await third.statusOf("GET", "session"), 401);
    assert.equal(await sia.statusOf("GET", "session"), 200);
    assert.equal((await Account.signIn(server, "sia")).status, 401);
    assert.equal((await Account.signIn(server, "sia",
      {password: "a new password of sia"})).status, 200);
    await server.command(["moderator", "end-sessions", "sia"]);
    assert.equal(await sia.statusOf("GET", "session"), 401);
  });

  test("they end where rights shrink, and the feed with them", async () => {
    const sam = await Account.add(server, "sam", "admin");
    const {id} = sam.session.moderator;
    const feed = await openSocket(`${server.url}/api/v1/desk/live`, sam.headers);
    assert.equal(await chief.statusOf("PATCH", `users/${id}`, {disabled: false}), 200);
    assert.equal(await sam.statusOf("GET", "session"), 200, "nothing has shrunk");
    for (const change of [{sites: ["demo"]}, {role: "viewer"}, {disabled: true}]) {
      assert.equal(await chief.statusOf("PATCH", `users/${id}`, change), 200);
      assert.equal(await sam.statusOf("GET", "session"), 401, JSON.stringify(change));
      const next = await Account.signIn(server, "sam");
      assert.equal(next.status, change.disabled ? 401 : 200);
      Object.assign(sam.headers, next.status === 200 ? next.headers : {});
    }
    assert.equal((await feed.closed()).code, 1008);
  });

  test("the session in the cookie is never taken over by who signs in", async () => {
    const mal = await Account.add(server, "mal");
    const fixed = {cookie: mal.headers.cookie};
    const vera = await Account.add(server, "vera");
    const signedIn = await Account.signIn(server, "vera", {}, fixed);
    assert.notEqual(signedIn.headers.cookie, mal.headers.cookie);
    assert.notEqual(signedIn.headers.cookie, vera.headers.cookie, "fresh each time");
    assert.equal((await mal.ask("GET", "session")).body.moderator.name, "mal");
    const made = await Account.signIn(server, "vera", {},
      {cookie: `rejoinder_desk=${"A".repeat(43)}`});
    assert.ok(!made.headers.cookie.includes("AAAA"));
  });

  test("changes need the session's own CSRF token, signing in our own page", async () => {
    const cia = await Account.add(server, "cia");
    const settings = {dark: true};
    for (const token of ["", "x", `${cia.headers["x-csrf-token"].slice(0, -1)}!`,
      chief.headers["x-csrf-token"]]) {
      const refused = await cia.ask("PUT", "settings", settings, {"x-csrf-token": token});
      assert.deepEqual([refused.status, refused.code], [403, "csrf_token_wrong"]);
    }
    const credentials = {name: "cia", password: Account.passwordOf("cia")};
    for (const path of ["session", "invitation", "invitation/acceptance"]) {
      const foreign = await post(server, path, credentials, {origin: "https://evil.example"});
      assert.deepEqual([foreign.status, (await foreign.json()).code], [403, "origin_not_allowed"]);
    }
    await assert.rejects(openSocket(`${server.url}/api/v1/desk/live`,
      {...cia.headers, origin: "https://evil.example"}), /403/);
  });

  test("settings follow their moderator", async () => {
    const set = await Account.add(server, "set");
    assert.deepEqual(set.session.settings, {});
    const settings = {theme: "dark", size: 1.5, blur: false};
    assert.equal(await set.statusOf("PUT", "settings", settings), 204);
    assert.deepEqual((await Account.signIn(server, "set")).session.settings, settings);
    for (const wrong of [{deep: {}}, {list: []}, {nothing: null}, {long: "x".repeat(4096)}])
      assert.equal(await set.statusOf("PUT", "settings", wrong), 400);
    assert.deepEqual((await chief.ask("GET", "session")).body.settings, {});
  });
});

describe("tokens", () => {
  const uses = {
    read: ["GET", "comments"],
    decide: ["POST", "decisions", {decisions: [{comment: unknown, revision: 1, action: "spam"}]}],
    rules: ["POST", "rules/versions", {rules: {}}],
    authors: ["POST", "authors/nobody/notes", {text: "Hm."}],
  };
  const expected = {read: 200, decide: 200, rules: 201, authors: 404};
  const never = [
    ["GET", "sessions"], ["DELETE", "sessions"], ["DELETE", `sessions/${unknown}`],
    ["PUT", "settings", {}], ["PUT", "password", {old: "", new: "x".repeat(12)}],
    ["POST", "two-factor"], ["PUT", "two-factor", {code: "123456"}],
    ["DELETE", "two-factor", {password: "x"}], ["GET", "tokens"], ["POST", "tokens", {}],
    ["DELETE", `tokens/${unknown}`], ["GET", "users"], ["PATCH", `users/${unknown}`, {}],
    ["POST", "invitations", {name: "new"}], ["DELETE", `invitations/${unknown}`],
  ];

  test("each does what its scopes include, and nothing with accounts", async () => {
    for (const scope of Object.keys(uses)) {
      const made = await chief.ask("POST", "tokens", {name: scope, scopes: [scope], days: 1});
      assert.equal(made.status, 201);
      const token = Account.byToken(server, made.body.token);
      for (const [of, use] of Object.entries(uses))
        assert.equal(await token.statusOf(...use), of === scope ? expected[of] : 403,
          `${scope}: ${use}`);
      for (const use of never) assert.equal(await token.statusOf(...use), 403, `${scope}: ${use}`);
      const feed = openSocket(`${server.url}/api/v1/desk/live`, token.headers);
      if (scope === "read") (await feed).close();
      else await assert.rejects(feed, /403/);
    }
    const {body: {tokens}} = await chief.ask("GET", "tokens");
    assert.deepEqual(tokens.map(({name}) => name), Object.keys(uses).reverse());
    assert.ok(tokens.every(({used_at: at}) => at));
    assert.ok(!JSON.stringify(tokens).includes("rjd_"), "a token is shown once");
  });

  test("a token goes before a cookie, and reaches no further than its moderator", async () => {
    const vic = await Account.add(server, "vic", "viewer");
    const scopes = ["read", "decide", "rules", "authors"];
    const {body} = await vic.ask("POST", "tokens", {name: "all", scopes, days: 365});
    const token = Account.byToken(server, body.token);
    assert.equal(await token.statusOf(...uses.read), 200);
    for (const scope of ["decide", "rules", "authors"])
      assert.equal(await token.statusOf(...uses[scope]), 403, scope);
    const both = {authorization: `Bearer ${body.token}`};
    assert.equal((await chief.ask("GET", "session", undefined, both)).body.moderator.name, "vic");
    const wrong = {authorization: `Bearer rjd_${"A".repeat(43)}`};
    assert.equal((await chief.ask("GET", "session", undefined, wrong)).status, 401);

    const wil = await Account.add(server, "wil");
    assert.equal(await wil.statusOf("DELETE", `tokens/${body.id}`), 404, "another's token");
    assert.equal(await token.statusOf(...uses.read), 200);
    assert.equal(await vic.statusOf("DELETE", `tokens/${body.id}`), 204);
    assert.equal(await token.statusOf(...uses.read), 401);
    assert.equal(await vic.statusOf("DELETE", `tokens/${body.id}`), 404);
    for (const json of [{}, {name: " ", scopes: ["read"], days: 1},
      {name: "x", scopes: ["write"], days: 1}, {name: "x", scopes: ["read"], days: 366}])
      assert.equal(await vic.statusOf("POST", "tokens", json), 422);
  });

  test("the command line makes, lists and revokes them", async () => {
    await Account.add(server, "cli");
    const {stdout} = await server.command(["moderator", "add-token", "cli", "--label", "nightly",
      "--scopes", "read", "--days", "3"]);
    const [, secret, id] = stdout.match(/: (rjd_\S+)\n.* id (\S+)\.\n$/);
    const token = Account.byToken(server, secret);
    assert.equal(await token.statusOf(...uses.read), 200);
    assert.match((await server.command(["moderator", "list-tokens", "cli"])).stdout,
      new RegExp(`^${id} valid +until \\S+ read nightly\n$`));
    await server.command(["moderator", "disable", "cli"]);
    assert.equal(await token.statusOf(...uses.read), 401);
    await server.command(["moderator", "enable", "cli"]);
    assert.equal(await token.statusOf(...uses.read), 200);
    await server.command(["moderator", "revoke-token", "cli", id]);
    assert.equal(await token.statusOf(...uses.read), 401);
  });
});

describe("admins", () => {
  test("the last one of all sites stays", async () => {
    const {id} = chief.session.moderator;
    for (const change of [{role: "moderator"}, {sites: ["demo"]}, {disabled: true}]) {
      const refused = await chief.ask("PATCH", `users/${id}`, change);
      assert.deepEqual([refused.status, refused.code], [409, "last_admin"]);
    }
    assert.equal(await chief.statusOf("GET", "users"), 200);
    const bad = await chief.ask("PATCH", `users/${id}`, {role: "king", sites: ["nowhere"]});
    assert.deepEqual(bad.body.errors.map(({field}) => field), ["role", "sites"]);
    assert.equal(await chief.statusOf("PATCH", `users/${id}`, {sites: []}), 422);
    assert.equal(await chief.statusOf("PATCH", `users/${unknown}`, {role: "viewer"}), 404);
    const users = (await chief.ask("GET", "users")).body.users;
    assert.ok(users.every(({name, created_at: at}) => name && at));
  });

  test("nobody else manages accounts", async () => {
    const local = await Account.add(server, "local", "admin", "demo");
    const mod = await Account.add(server, "mod");
    const {id} = chief.session.moderator;
    for (const who of [local, mod])
      for (const request of [["GET", "users"], ["PATCH", `users/${id}`, {disabled: true}],
        ["POST", "invitations", {name: "crony", role: "admin"}],
        ["DELETE", `invitations/${unknown}`]])
        assert.equal(await who.statusOf(...request), 403, String(request));
  });

  test("what happens to accounts is in the audit log", async () => {
    const {body: {events}} = await chief.ask("GET",
      "events?kind=signed_in,moderator_added,invitation_made,token_made,two_factor_on&limit=200");
    const kinds = new Set(events.map(({kind}) => kind));
    assert.equal(kinds.size, 5);
    const made = events.find(({kind, account}) => kind === "invitation_made" && account === "ivy");
    assert.deepEqual([made.by, made.reason], ["chief", "viewer of gazette"]);
  });
});

// The last: it slows down everybody who signs in from here for the first time.
describe("guesses", () => {
  const guess = (name) => Account.signIn(server, name, {password: "a guess of the password"});

  test("become slow, also for a name that nobody has", async () => {
    const statuses = [];
    for (let i = 0; i < 6; i += 1) statuses.push((await guess("nobody at all")).status);
    assert.deepEqual(statuses, [401, 401, 401, 401, 401, 429]);
    const {retryAfter, code} = await guess("another nobody");
    assert.equal(code, "too_many_requests", "the network counts as well");
    assert.equal(retryAfter, "1");
    await until(async () => (await guess("nobody at all")).status === 401, "not even tried");
    assert.equal((await guess("nobody at all")).retryAfter, "2");
  });

  test("made at once are counted as well", async () => {
    const answers = await Promise.all(Array.from({length: 20}, () => guess("chief")));
    const tried = answers.filter(({status}) => status === 401);
    assert.ok(tried.length <= 5, `${tried.length} were tried`);
  });

  test("elsewhere do not shut a moderator out, from where they signed in before", async () => {
    // The network is known to sue, and not to be counted with nobody's guesses.
    assert.equal((await Account.signIn(server, "sue")).status, 200);
  });
});
