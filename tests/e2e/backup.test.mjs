// A backup that is made while readers write holds what was acknowledged before; restored, the site
// goes on from there, and a retry is still a retry.

import assert from "node:assert/strict";
import {randomUUID} from "node:crypto";
import {chmod, copyFile, mkdtemp, readFile, readdir, rm, stat, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {after, before, test} from "node:test";

import {redisPid} from "../bench/replay/faults.mjs";
import {listedIds, readRecord} from "../bench/replay/record.mjs";
import {Server, until} from "./support/server.mjs";

const story = "harbour";
let server;
let place;
before(async () => {
  server = await Server.start();
  place = await mkdtemp(join(tmpdir(), "rejoinder-backup-"));
});
after(async () => {
  await server?.discard();
  await rm(place, {recursive: true, force: true});
});

let number = 0;

/** Posts until it is acknowledged; resolves to its key, comment, id and when it was. */
async function write(to) {
  number += 1;
  const comment = {name: `Reader ${number}`, email: `canary${number}@backup.example`,
    text: `It is number ${number} on the ferry.`};
  const key = randomUUID();
  const {id} = await send(to, comment, key);
  return {key, comment, id, at: Date.now()};
}

function send(to, comment, key) {
  return until(async () => {
    const answer = await to.post(story, comment, {"idempotency-key": key});
    return answer.status === 202 && answer.json();
  }, "it is not acknowledged");
}

/** Writes on and on until told to stop; resolves to what was acknowledged. */
function writeOn(to) {
  const written = [];
  let going = true;
  const done = (async () => {
    while (going) written.push(await write(to));
    return written;
  })();
  return {stop: () => ((going = false), done)};
}

const keysOf = (directory) => join(directory, "keys");

async function restored(backup, {keys = true} = {}) {
  const directory = await mkdtemp(join(place, "restored-"));
  if (keys) {
    await copyFile(keysOf(server.directory), keysOf(directory));
    await chmod(keysOf(directory), 0o600);
  }
  const other = new Server(directory, server.config);
  const {stdout} = await other.command(["restore", backup]);
  return {other, stdout};
}

test("everything acknowledged before the backup comes back, also what still waited", async () => {
  const load = [writeOn(server), writeOn(server), writeOn(server)];
  await until(async () => number >= 60, "too few were written");
  const backup = join(place, "one");
  const {stdout} = await server.command(["backup", backup]);
  const written = (await Promise.all(load.map((each) => each.stop()))).flat();
  assert.match(stdout, /Verified: the copy is sound/);
  const note = JSON.parse(await readFile(join(backup, "backup.json"), "utf8"));
  const until_ = Date.parse(note.acknowledged_until);
  const owed = written.filter(({at}) => at < until_);
  assert.ok(owed.length > 40, `${owed.length} were acknowledged before`);
  assert.match(stdout, new RegExp(note.last_comment));

  const {other} = await restored(backup);
  await other.start();
  try {
    const record = await until(async () => {
      const all = await readRecord(other);
      return owed.every(({id}) => all.some((each) => each.id === id)) && all;
    }, "not everything came back");
    const ids = record.map(({id}) => id);
    assert.equal(new Set(ids).size, ids.length, "nothing came twice");
    assert.ok(ids.every((id) => written.some((each) => each.id === id)), "nothing was made up");
    const [retried] = owed.slice(-1);
    assert.equal((await send(other, retried.comment, retried.key)).id, retried.id);
    await write(other);
    const shown = () => listedIds(other, story);
    await until(async () => (await shown()).length === ids.length + 1, "the site does not go on");
  } finally {
    await other.stop();
  }
});

test("what the worker has not stored is in the backup", async () => {
  // Redis acknowledges, but storage is locked: the submission waits in the stream.
  const {default: {spawn}} = await import("node:child_process");
  const holder = spawn("python3", ["-c", `
import sqlite3, sys
record = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=30)
record.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
`, join(server.directory, "rejoinder.db")]);
  await new Promise((resolve) => holder.stdout.once("data", resolve));
  try {
    const waiting = await write(server);
    const backup = join(place, "two");
    const {stdout} = await server.command(["backup", backup]);
    assert.match(stdout, /[1-9]\d* submissions that wait/);
    assert.match(stdout, new RegExp(waiting.id));
    const {other} = await restored(backup);
    await other.start();
    try {
      await until(async () => (await listedIds(other, story)).includes(waiting.id),
        "what waited is not shown");
    } finally {
      await other.stop();
    }
  } finally {
    holder.stdin.end();
  }
});

test("a backup holds no address, and is the owner's alone", async () => {
  const backup = join(place, "three");
  await server.command(["backup", backup]);
  assert.deepEqual((await readdir(backup)).sort(), ["backup.json", "queue.jsonl", "record.db"]);
  assert.equal((await stat(backup)).mode & 0o777, 0o700);
  for (const name of await readdir(backup))
    assert.equal((await stat(join(backup, name))).mode & 0o777, 0o600, name);
  const {stdout} = await server.command(["verify-privacy", "--also", backup]);
  assert.match(stdout, /No address found/);
});

test("nothing is overwritten, and nothing unsound is restored", async () => {
  const backup = join(place, "four");
  await server.command(["backup", backup]);
  const refused = (promise, why) => assert.rejects(promise, ({stderr}) => why.test(stderr));

  await refused(server.command(["backup", backup]), /exists/);
  await refused(restored(backup, {keys: false}), /keys are not in the backup/);
  await refused(server.command(["restore", backup]), /exists; move it away/);
  await refused(server.command(["restore", place]), /is no backup/);

  await writeFile(join(backup, "queue.jsonl"), "{}\n", {flag: "a"});
  await refused(restored(backup), /not what it was/);
});

test("keys go along only where they are asked for", async () => {
  const backup = join(place, "five");
  await server.command(["backup", backup, "--with-keys"]);
  const {other, stdout} = await restored(backup, {keys: false});
  assert.match(stdout, /sealed addresses open/);
  assert.deepEqual(await readFile(keysOf(other.directory)),
    await readFile(keysOf(server.directory)));
  assert.equal((await stat(keysOf(other.directory))).mode & 0o777, 0o600);
});

test("a server that runs cannot be restored over, and is not disturbed", async () => {
  const backup = join(place, "six");
  await server.command(["backup", backup]);
  const pid = redisPid(server);
  await assert.rejects(server.command(["restore", backup]));
  assert.equal(redisPid(server), pid);
  await write(server);
});
