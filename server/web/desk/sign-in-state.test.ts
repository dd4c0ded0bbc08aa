import { SignInState } from "./sign-in-state.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

import { DeskApi } from "../shared/desk-api.ts";
import { FakeServer, problem } from "../testing/fake-server.ts";
import { deskSession } from "../testing/sample-desk.ts";

const session = "/api/v1/desk/session";

function setUp() {
  const server = new FakeServer().on(`GET ${session}`, { body: deskSession });
  const api = new DeskApi("https://c.example", server.fetch);
  const phases: string[] = [];
  return { server, api, phases, state: new SignInState(api, (phase) => phases.push(phase)) };
}

test("sign-in state: the session of an earlier visit is taken up", async () => {
  const { state } = setUp();
  assert.equal(state.phase, "unknown");
  await state.resume();
  assert.equal(state.phase, "in");
  assert.equal(state.moderator?.name, "Ada");
  assert(state.mayDecide);
});

test("sign-in state: no session is no error; no answer is one", async () => {
  const { state, server } = setUp();
  server.on(`GET ${session}`, "unreachable");
  await state.resume();
  assert.equal(state.phase, "failed");
  server.on(`GET ${session}`, problem(401, "not_signed_in"));
  await state.resume();
  assert.equal(state.phase, "out");
});

test("sign-in state: a viewer decides nothing", async () => {
  const { state, server } = setUp();
  const moderator = { ...deskSession.moderator, role: "viewer" };
  server.on(`POST ${session}`, { body: { ...deskSession, moderator } });
  await state.signIn("Ada", "pw");
  assert.equal(state.phase, "in");
  assert(!state.mayDecide);
});

test("sign-in state: wrong credentials are for the form to say", async () => {
  const { state, server } = setUp();
  server.on(`POST ${session}`, problem(401, "wrong_credentials"));
  await assert.rejects(state.signIn("Ada", "x"), { code: "wrong_credentials" });
  assert.equal(state.phase, "unknown");
});

test("sign-in state: a session that ends is noticed by the call that fails", async () => {
  const { state, server, api, phases } = setUp();
  await state.resume();
  server.on("GET /api/v1/desk/comments", problem(401, "not_signed_in"));
  await assert.rejects(
    state.guard(() => api.comments()),
    { code: "not_signed_in" },
  );
  assert.deepEqual(phases, ["in", "expired"]);
  assert.equal(state.moderator?.name, "Ada");
});

test("sign-in state: signed in anew in another window, a call is made once more", async () => {
  const { state, server, api } = setUp();
  await state.resume();
  server.on(`GET ${session}`, { body: { ...deskSession, csrf_token: "csrf-2" } });
  server.on("POST /api/v1/desk/decisions", ({ headers }) =>
    headers.get("X-CSRF-Token") === "csrf-2"
      ? { body: { results: [] } }
      : problem(403, "csrf_token_wrong"),
  );
  assert.deepEqual((await state.guard(() => api.decide([]))).results, []);
  assert.equal(state.phase, "in");
});

test("sign-in state: a check notices that the session has ended", async () => {
  const { state, server } = setUp();
  await state.check();
  assert.equal(server.requests.length, 0);
  await state.resume();
  server.on(`GET ${session}`, problem(401, "not_signed_in"));
  await state.check();
  assert.equal(state.phase, "expired");
});

test("sign-in state: signing out works without a session, and not without the server", async () => {
  const { state, server } = setUp();
  await state.resume();
  server.on(`DELETE ${session}`, "unreachable");
  await assert.rejects(state.signOut(), { code: "network" });
  assert.equal(state.phase, "in");
  server.on(`DELETE ${session}`, problem(401, "not_signed_in"));
  await state.signOut();
  assert.equal(state.phase, "out");
  assert.equal(state.moderator, undefined);
});

test("sign-in state: the moderator's settings are taken, as are later ones", async () => {
  const { server, api } = setUp();
  server.on(`GET ${session}`, { body: { ...deskSession, settings: { theme: "dark" } } });
  const themes: string[] = [];
  const state = new SignInState(api, () => {}, ({ theme }) => themes.push(theme));
  assert.equal(state.settings.theme, "system");
  await state.resume();
  state.takeSettings({ ...state.settings, theme: "light" });
  assert.equal(state.settings.theme, "light");
  assert.deepEqual(themes, ["dark", "light"]);
});

test("sign-in state: what a moderator may is asked anew", async () => {
  const { state, server } = setUp();
  const admin = { ...deskSession.moderator, role: "admin", two_factor: true };
  await state.resume();
  assert(!state.isAdminOfAll);
  assert.deepEqual(state.sites, []);
  const body = { ...deskSession, moderator: admin, all_sites: ["courier"] };
  server.on(`GET ${session}`, { body });
  await state.refresh();
  assert(state.isAdminOfAll);
  assert.deepEqual(state.sites, ["courier"]);
  assert.equal(state.moderator?.two_factor, true);
});

test("sign-in state: who accepts an invitation is signed in", async () => {
  const { state, server } = setUp();
  server.on("POST /api/v1/desk/invitation/acceptance", { body: deskSession });
  await state.accept("abc", "pw");
  assert.equal(state.phase, "in");
});
