import "../testing/browser.ts";

import { rulesWorkFor, RulesWork } from "./rules-work.ts";

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { DeskApi } from "../shared/desk-api.ts";
import { FakeServer, problem } from "../testing/fake-server.ts";
import { FakeStorage } from "../testing/fake-storage.ts";
import { deskSession } from "../testing/sample-desk.ts";
import { sampleList, sampleNote, sampleRules } from "../testing/sample-rules.ts";
import { translatorFor } from "./messages.ts";
import { Notices } from "./notices.ts";
import { Sheets } from "./sheets.ts";
import { SignInState } from "./sign-in-state.ts";

const path = "/api/v1/desk/rules";
let server: FakeServer;
let needs: ConstructorParameters<typeof RulesWork>[0];
let work: RulesWork;

async function signInAs(role: string, sites?: string[]): Promise<void> {
  const moderator = { ...deskSession.moderator, role, ...(sites ? { sites } : {}) };
  server.on("GET /api/v1/desk/session", { body: { ...deskSession, moderator } });
  await needs.signIn.resume();
}

beforeEach(async () => {
  Object.assign(globalThis, { sessionStorage: new FakeStorage() });
  server = new FakeServer()
    .on(`GET ${path}`, { body: sampleList() })
    .on(`GET ${path}/versions/aaaaaaaaaaaa`, { body: sampleRules() })
    .on(`GET ${path}/versions/bbbbbbbbbbbb`, {
      body: sampleRules({ ...sampleNote("bbbbbbbbbbbb"), rules: { preset: "strict" } }),
    });
  const api = new DeskApi("https://desk.example", server.fetch);
  const signIn = new SignInState(api, () => {});
  needs = {
    ...{ api, signIn, translator: translatorFor("en"), notices: new Notices(() => {}) },
    sheets: new Sheets(async () => {}),
  };
  work = new RulesWork(needs);
  await signInAs("admin");
});

test("rules work: opens what is in force, and knows what was before", async () => {
  await work.load();
  assert.equal(work.inForce?.version, "aaaaaaaaaaaa");
  assert.equal(work.previous?.version, "bbbbbbbbbbbb");
  assert.equal(work.draft?.base.version, "aaaaaaaaaaaa");
});

test("rules work: what is changed survives loading again", async () => {
  await work.load();
  work.draft?.set(["preset"], "strict");
  await work.load();
  assert.equal(work.draft?.at(["preset"]), "strict");
  work.discard();
  assert.equal(work.draft?.at(["preset"]), "balanced");
});

test("rules work: keeping sends what changed, and opens what is kept", async () => {
  await work.load();
  work.draft?.set(["preset"], "strict");
  server.on(`POST ${path}/versions`, { status: 201, body: { version: "bbbbbbbbbbbb" } });
  assert.equal(await work.keep("stricter"), "bbbbbbbbbbbb");
  const [asked] = server.asked(`POST ${path}/versions`);
  assert.equal(asked?.body?.["base"], "aaaaaaaaaaaa");
  assert.equal(asked?.body?.["note"], "stricter");
  assert.equal(work.draft?.base.version, "bbbbbbbbbbbb");
  assert(!work.draft?.isChanged);
});

test("rules work: what is wrong with it stays with the draft", async () => {
  await work.load();
  work.draft?.set(["preset"], "mild");
  const errors = [{ field: "preset", code: "invalid", message: "expected another" }];
  server.on(`POST ${path}/versions`, problem(422, "invalid_rules", { errors }));
  await assert.rejects(work.keep(""));
  assert.deepEqual(work.draft?.problems, errors);
});

test("rules work: only an admin of all sites changes rules; viewers test none", async () => {
  assert(work.mayChange);
  await signInAs("admin", ["courier"]);
  assert(!work.mayChange);
  await signInAs("viewer");
  assert(!work.mayChange && !work.mayBacktest);
});

test("rules work: it is one's own", async () => {
  const first = rulesWorkFor(needs);
  assert.equal(rulesWorkFor(needs), first);
  server.on("GET /api/v1/desk/session", {
    body: { ...deskSession, moderator: { ...deskSession.moderator, id: "2" } },
  });
  await needs.signIn.resume();
  assert.notEqual(rulesWorkFor(needs), first);
});

test("rules work: what fails is said, and those who listen are told", async () => {
  let told = 0;
  const end = work.listen(() => ++told);
  server.on(`GET ${path}`, "unreachable");
  await work.load();
  assert(work.error && told > 0);
  end();
  const before = told;
  work.changed();
  assert.equal(told, before);
});
