// The API's description and the server agree: every operation, what it takes and how it answers.

import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join, relative} from "node:path";
import {after, before, test} from "node:test";
import {fileURLToPath} from "node:url";

import {redisPid} from "../bench/replay/faults.mjs";
import {ApiDocument} from "./support/api-document.mjs";
import {ask, CheckedApi} from "./support/checked-api.mjs";
import * as accounts from "./support/openapi-accounts.mjs";
import * as desk from "./support/openapi-desk.mjs";
import * as readers from "./support/openapi-readers.mjs";
import {Server} from "./support/server.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const source = (path) => readFileSync(join(root, path), "utf8");
const document = new ApiDocument(join(root, "server/routes/openapi.json"));

/** Documented, and not brought about here: reading needs nothing that can be taken away, the rules
 * are those of a file here (see rules.test.mjs), and a backtest ends too soon to be in the way. */
const notProvoked = [
  ...["listComments", "showStory", "showCounts", "showComment", "editComment"]
    .map((id) => `${id} 503`),
  "withdrawComment 409",  // Comments are judged too soon.
  "withdrawComment 503", "reportComment 503",
  "showInvitation 503", "acceptInvitation 503",
  "activateRules 200", "activateRules 400", "activateRules 404", "startBacktest 429",
];

let directory;
let server;
let api;
let moderator;
let viewer;
before(async () => {
  directory = await mkdtemp(join(tmpdir(), "rejoinder-test-"));
  const config = join(directory, "one-comment-each.json");
  const base = relative(directory, join(root, "config/development.json"));
  const queue = {limits: {per_author: {count: 1}}};
  await writeFile(config, JSON.stringify({extends: base, queue}));
  server = await Server.start({directory, config: relative(root, config)});
  api = new CheckedApi(server, document);
  moderator = await desk.signIn(api, "mia");
  viewer = await desk.signIn(api, "vic", "viewer");
});
after(async () => {
  await server?.stop();
  await rm(directory, {recursive: true, force: true});
});

test("every reference of the document leads somewhere, and every object is closed", () => {
  const {whole} = document;
  document.walk((value, place) => {
    if (typeof value.$ref === "string") assert.ok(document.resolve(value, whole), place);
    if (value.type !== "object" || !value.properties || place.endsWith("Fields")) return;
    assert.ok("additionalProperties" in value || value.unevaluatedProperties === false, place);
  }, whole);
});

test("the examples of the document are what it describes", () => {
  document.walk(({schema, example}, place) => {
    if (schema && example) document.validate(schema, example, place);
  }, document.document);
});

test("the addresses of the document are those of the program", () => {
  const patterns = ["routes", "health"].flatMap((name) =>
    [...source(`server/routes/${name}.cpp`).matchAll(/"(\/[^"]*)"/g)].map(([, path]) => path));
  const addresses = new Set(patterns.map((path) => path.replace("...}", "}")));
  assert.deepEqual(Object.keys(document.whole.paths).sort(), [...addresses].sort());
});

test("each address takes the methods of the document and no others", async () => {
  const taken = new Map();
  for (const {id, path, method, operation} of document.operations.values())
    taken.set(path, [...taken.get(path) ?? [], {id, method, live: "101" in operation.responses}]);
  for (const [path, operations] of taken) {
    const [{id}] = operations;
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const filled = Object.fromEntries(names.map((name) => [name, "x"]));
    const other = ["PUT", "PATCH"].find((each) =>
      !operations.some(({method}) => method.toUpperCase() === each));
    const answer = await ask(api.url(id, {path: filled}), other, {}, "");
    assert.equal(answer.status, 405, path);
    document.checkAnswer(id, answer);
    const head = operations.some(({method, live}) => method === "get" && !live) ? ["HEAD"] : [];
    const expected = [...operations.map(({method}) => method.toUpperCase()), ...head, "OPTIONS"];
    assert.deepEqual(answer.headers.allow.split(", ").sort(), expected.sort(), path);
  }
});

test("the codes and reasons of the document are those of the program", () => {
  const {ErrorCode, Reason} = document.document.components.schemas;
  const refusals = source("server/model/error.cpp").matchAll(/error::\w+, "(\w+)"/g);
  const own = source("server/http/error_response.cpp").matchAll(/\{code, "(\w+)"/g);
  const codes = new Set([...refusals, ...own, ["", "bad_request"]].map(([, code]) => code));
  codes.delete("unknown");
  assert.deepEqual([...ErrorCode.enum].sort(), [...codes].sort());
  const [, names] = source("moderation/names.cpp").match(/reason_names = \{([^}]*)\}/);
  assert.deepEqual(Reason.enum, names.match(/\w+/g));
});

test("a request that is malformed or too large is answered as the document says", async () => {
  const status = async (id, headers, query) => {
    const answer = await ask(api.url(id, {path: readers.story, query}), "POST", headers);
    document.checkAnswer(id, answer);
    return answer.status;
  };
  assert.equal(await status("postComment", {"content-length": "70000"}), 413);
  assert.equal(await status("postComment", {"content-encoding": "gzip"}), 415);
  assert.equal(await status("postComment", {"expect": "wonders"}), 417);
  assert.equal(await status("postComment", {"x-filler": "x".repeat(10_000)}), 431);
  assert.equal(await status("signIn", {}, "%zz"), 400);
});

const agreement = {
  "comments are taken or refused": () => readers.writeComments(api),
  "every wrong field of a comment is named": () => readers.writeInvalidComments(api),
  "authors change their own comments": () => readers.changeOwnComments(api),
  "stories, counts and comments are read": () => readers.readStories(api),
  "stories are read in other ways": () => readers.readFurther(api),
  "comments are liked": () => readers.likeComments(api),
  "pages and scripts are served": () => readers.readPages(api),
  "a moderator signs in and out": () => desk.useSessions(api),
  "moderators see to their own accounts": () => accounts.useOwnAccount(api),
  "programs come with tokens": () => accounts.useTokens(api),
  "comments are read at the desk": () => desk.readAtDesk(api, moderator),
  "moderators decide, and close stories": () => desk.changeAtDesk(api, moderator, viewer),
  "comments are reported, authors banned": () => desk.reportAndBan(api, moderator, viewer),
  "comments are edited and looked back at": () => desk.editAndLookBack(api, moderator, viewer),
  "rules are kept, compared and tried": () => desk.useRules(api, moderator, viewer),
  "changes are sent as they happen": () => desk.followChanges(api, moderator),
  "a WebSocket is opened or refused": () => desk.shakeHands(api, moderator),
  "admins manage accounts": () => accounts.manageAccounts(api),
  "a guessed password is refused, and soon not even tried": () => desk.failToSignIn(api),
};
for (const [what, agree] of Object.entries(agreement))
  test(`${what} as the document says`, agree);

test("the operations listener answers as the document says", async () => {
  for (const id of ["showHealth", "showReadiness", "showMetrics"]) await api.expect(200, id);
});

test("while Redis is away, the answers are as the document says", async () => {
  const redis = redisPid(server);
  process.kill(redis, "SIGSTOP");
  try {
    await desk.callInVain(api, moderator);
  } finally {
    process.kill(redis, "SIGCONT");
  }
});

test("every answer that the document lists was seen", () => {
  const listed = [...document.operations.keys()].flatMap((id) =>
    document.statuses(id).map((status) => `${id} ${status}`));
  assert.deepEqual(listed.filter((answer) => !api.seen.has(answer)), notProvoked);
});
