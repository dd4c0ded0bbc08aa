// What is acknowledged is neither lost nor doubled nor shown too early, whatever dies meanwhile.

import assert from "node:assert/strict";
import {existsSync} from "node:fs";
import {writeFile} from "node:fs/promises";
import {join} from "node:path";
import {after, before, test} from "node:test";
import {fileURLToPath} from "node:url";

import {readRecords} from "../bench/replay/read-comments.mjs";
import {brokenPromises, replay} from "../bench/replay/replay.mjs";
import {madeUpRecords} from "../bench/replay/submissions.mjs";
import {Server, until} from "./support/server.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));

let server;
before(async () => {
  server = await Server.start();
});
after(() => server.discard());

test("comments survive that the server and its Redis are killed while they arrive", async () => {
  const run = await replay(server, madeUpRecords(300), {
    perSecond: 150,
    serverKills: 4,
    redisKills: 2,
  });

  assert.deepEqual(brokenPromises(run), []);
  assert.ok(run.sender.retries > 0, "the faults were felt");
  assert.ok(run.record.some(({state}) => state === "pending"), "comments with many links wait");
  assert.ok(run.listed.length > 0, "the others are listed");
});

test("each verdict of a collection is replayed as it is stored", async () => {
  const own = await Server.start();
  try {
    const run = await replay(own, records(), {perSecond: 300});
    assert.deepEqual(brokenPromises(run), []);
    const {stdout} = await own.command(["rules", "backtest", "active", "--json"]);
    const report = JSON.parse(stdout);
    assert.equal(report.comments, run.record.length);
    assert.equal(report.unlike_stored, 0);
    assert.equal(report.changed, 0);
  } finally {
    await own.discard();
  }
});

/** Real comments where a collection is at hand (REJOINDER_COMMENTS), others made up. */
function records() {
  const file = process.env.REJOINDER_COMMENTS ?? join(root, "../shared/data/youtube-comments.tsv");
  return existsSync(file) ? readRecords(file) : madeUpRecords(600);
}

test("verify-privacy finds an address wherever it is, and does not repeat it", async () => {
  const email = "Nora.Needle@haystack.example";
  const answer = await server.post("needle", {name: "Nora", email, text: "Where am I?"});
  assert.equal(answer.status, 202);
  const {id} = await answer.json();
  await until(async () => (await fetch(`${server.url}/api/v1/comments/${id}`)).ok, "not stored");
  const log = join(server.directory, "some.log");
  const leaks = {
    plain: "mail to nora.needle@haystack.example failed",
    base64: `Authorization: ${Buffer.from(`x:${email}`).toString("base64")}`,
    "percent-encoded": "GET /?email=nora.needle%40haystack.example",
  };
  for (const [form, line] of Object.entries(leaks)) {
    await writeFile(log, `first line\n${line}\n`);
    const found = await server.command(["verify-privacy"]).catch((error) => error);
    assert.equal(found.code, 1, form);
    assert.match(found.stdout, new RegExp(`some\\.log: address no\\. \\d+ as ${form} at byte`));
    assert.doesNotMatch(found.stdout + found.stderr, /needle@|%40/i);
  }
});
