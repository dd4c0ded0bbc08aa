// What accounts are managed with, in the ways that its operations can answer.

import assert from "node:assert/strict";

import {codeOf} from "./authenticator.mjs";
import {signIn} from "./openapi-desk.mjs";
import {stranger} from "./openapi-readers.mjs";

const unknown = "00000000-0000-7000-8000-000000000000";
const passwordOf = (name) => `the password of ${name}`;

/** Calls a change of one's account, or of others', in the ways in which each refuses. */
async function refuse(api, id, {change, read}, request = {}) {
  await api.expect(401, id, request);
  await api.expect(403, id, {...request, headers: read});
  if (!request.json) return;
  await api.expect(400, id, {...request, json: [], headers: change});
  await api.expect(415, id, {...request, type: "text/plain", headers: change});
}

export async function useOwnAccount(api) {
  const owner = await signIn(api, "olga");
  const {change, read} = owner;
  const call = (status, id, request) => api.expect(status, id, {headers: change, ...request});
  await signInAgain(api, "olga");
  const {sessions} = await api.expect(200, "listSessions", {headers: read});
  const {id} = sessions.find(({current}) => !current);
  const path = {session: id};
  await refuse(api, "endSession", owner, {path});
  await call(204, "endSession", {path});
  await call(404, "endSession", {path});
  await refuse(api, "endSessions", owner);
  await call(204, "endSessions");
  await api.expect(401, "listSessions");

  const settings = {json: {theme: "dark", size: 2, blur: true}};
  await refuse(api, "keepSettings", owner, settings);
  await call(204, "keepSettings", settings);
  assert.deepEqual((await api.expect(200, "showSession", {headers: read})).settings, settings.json);

  await refuse(api, "proposeTwoFactor", owner);
  const {secret} = await call(200, "proposeTwoFactor");
  await refuse(api, "confirmTwoFactor", owner, {json: {code: "000000"}});
  const {recovery_codes: [code]} =
    await call(200, "confirmTwoFactor", {json: {code: codeOf(secret)}});
  const credentials = {name: "olga", password: passwordOf("olga")};
  await api.expect(401, "signIn", {json: credentials});
  await api.expect(200, "signIn", {json: {...credentials, code}});
  await refuse(api, "dropTwoFactor", owner, {json: {password: "?"}});
  await call(204, "dropTwoFactor", {json: {password: passwordOf("olga")}});

  const fresh = {json: {old: passwordOf("olga"), new: "another password"}};
  await refuse(api, "changePassword", owner, fresh);
  await call(422, "changePassword", {json: {...fresh.json, new: "short"}});
  await call(204, "changePassword", fresh);
  await guessUntilSlow(api, "changePassword", change, {old: "?", new: "another password"});
  await guessUntilSlow(api, "dropTwoFactor", change, {password: "?"});
}

async function signInAgain(api, name) {
  await api.expect(200, "signIn", {json: {name, password: passwordOf(name)}});
}

async function guessUntilSlow(api, id, headers, json) {
  let status;
  for (let i = 0; i < 10 && status !== 429; i += 1)
    ({status} = await api.call(id, {headers, json}));
  assert.equal(status, 429, id);
}

export async function useTokens(api) {
  const owner = await signIn(api, "toni");
  const make = (status, json) =>
    api.expect(status, "makeToken", {json, headers: owner.change});
  const wanted = {name: "a script", scopes: ["authors"], days: 30};
  await refuse(api, "makeToken", owner, {json: wanted});
  await make(422, {name: "", scopes: [], days: 0});
  const {id, token} = await make(201, wanted);
  await api.expect(200, "listTokens", {headers: owner.read});
  await api.expect(401, "listTokens");

  // With another scope nothing is read, and no account is seen with any.
  const headers = {authorization: `Bearer ${token}`};
  const reading = [...api.document.operations.values()].filter(({method, operation}) =>
    method === "get" && operation.security?.some((way) => "deskCookie" in way));
  assert.ok(reading.length > 10);
  for (const {id: each, path, operation} of reading) {
    if ("101" in operation.responses) continue;
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name, unknown]);
    await api.expect(403, each, {path: Object.fromEntries(names), headers});
  }
  const path = {token: id};
  await refuse(api, "revokeToken", owner, {path});
  await api.expect(204, "revokeToken", {path, headers: owner.change});
  await api.expect(404, "revokeToken", {path, headers: owner.change});
  await api.expect(401, "showSession", {headers});
}

export async function manageAccounts(api) {
  const admin = await signIn(api, "alba", "admin");
  const {id: own} = (await api.expect(200, "showSession", {headers: admin.read})).moderator;
  const call = (status, id, request) => api.expect(status, id, {headers: admin.change, ...request});
  const {users} = await call(200, "listUsers");
  await api.expect(401, "listUsers");
  const {id: user} = users.find(({name}) => name === "olga");
  const path = {user};
  await refuse(api, "changeUser", admin, {path, json: {role: "viewer"}});
  await call(400, "changeUser", {path, json: {two_factor: true}});
  await call(422, "changeUser", {path, json: {sites: ["nowhere"]}});
  await call(404, "changeUser", {path: {user: unknown}, json: {role: "viewer"}});
  const json = {role: "viewer", sites: ["demo"], disabled: true, two_factor: false};
  const changed = await call(200, "changeUser", {path, json});
  assert.deepEqual([changed.role, changed.sites, changed.disabled], ["viewer", ["demo"], true]);
  await call(200, "changeUser", {path, json: {sites: null}});
  // Nobody else may administer, once those are gone whom other tests made.
  for (const other of users.filter(({id, role}) => role === "admin" && id !== own))
    await call(200, "changeUser", {path: {user: other.id}, json: {role: "moderator"}});
  const last = await call(409, "changeUser", {path: {user: own}, json: {disabled: true}});
  assert.equal(last.code, "last_admin");

  await refuse(api, "invite", admin, {json: {name: "nora"}});
  await call(422, "invite", {json: {name: "olga"}});
  const {id, link} = await call(201, "invite", {json: {name: "nora", sites: ["demo"]}});
  assert.equal((await call(200, "listUsers")).invitations.length, 1);
  await takeInvitation(api, link.split("invitation=")[1]);
  const void_ = {path: {invitation: id}};
  await refuse(api, "revokeInvitation", admin, void_);
  await call(404, "revokeInvitation", void_);
  const {id: next} = await call(201, "invite", {json: {name: "nils", sites: null}});
  await call(204, "revokeInvitation", {path: {invitation: next}});
}

async function takeInvitation(api, token) {
  const acceptance = {token, password: passwordOf("nora")};
  const steps = {showInvitation: {token}, acceptInvitation: acceptance};
  for (const [id, json] of Object.entries(steps)) {
    await api.expect(400, id, {json: []});
    await api.expect(403, id, {json, headers: stranger});
    await api.expect(404, id, {json: {...json, token: "x"}});
    await api.expect(415, id, {form: json});
    if (id === "acceptInvitation") await api.expect(422, id, {json: {...json, password: "x"}});
    await api.expect(200, id, {json});
  }
  await api.expect(404, "showInvitation", {json: {token}});
  await signInAgain(api, "nora");
}
