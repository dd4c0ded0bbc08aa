// The server ends when it is told to, and what it has taken is there when it starts again.

import assert from "node:assert/strict";
import {mkdtemp} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {after, before, test} from "node:test";

import {newcomer} from "./support/reader.mjs";
import {Server, until} from "./support/server.mjs";
import {openSocket} from "./support/socket.mjs";

const story = "council";
let directory;
let server;
before(async () => {
  directory = await mkdtemp(join(tmpdir(), "rejoinder-test-"));
  server = await Server.start({directory});
});
after(() => server?.discard());

async function listedNames() {
  const {comments} = await (await fetch(server.comments(story))).json();
  return comments.map(({author}) => author.name);
}

test("SIGTERM closes WebSockets as going away, and the server exits with 0", async () => {
  const socket = await openSocket(`${server.comments(story).replace(/comments$/, "live")}`);
  await socket.message(({type}) => type === "hello");

  const closed = socket.closed();
  assert.equal(await server.stop(), 0);
  assert.equal((await closed).code, 1001);
  await assert.rejects(fetch(server.comments(story)));
});

test("what was acknowledged before SIGTERM is listed after the next start", async () => {
  await server.start();
  const names = Array.from({length: 20}, (_, i) => `Reader ${"ABCDEFGHIJKLMNOPQRST"[i]}`);
  const answers = await Promise.all(names.map((name) =>
    server.post(story, newcomer(name, {text: `${name} has been on the ferry.`}))));
  assert.deepEqual(answers.map(({status}) => status), names.map(() => 202));

  // Some of them are not judged yet.
  assert.equal(await server.stop(), 0);
  await server.start();

  await until(async () => (await listedNames()).length === names.length, "not all are listed");
  assert.deepEqual((await listedNames()).sort(), names);
});

test("a second SIGTERM while it ends does no harm", async () => {
  const ended = server.stop();
  process.kill(server.pid, "SIGTERM");
  assert.equal(await ended, 0);
  await server.start();
  assert.equal((await listedNames()).length, 20);
});
