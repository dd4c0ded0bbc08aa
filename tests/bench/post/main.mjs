// Comments a second: acknowledged, which is when Redis has them on disk, and filtered, stored and
// published; beside redis-benchmark appending records of the same size to a Redis that is as
// careful. All of it on all cores; they take turns.
// Usage: node tests/bench/post/main.mjs [--rounds 5] [--seconds 10] [--sustained 60] [--json FILE]

import {execFile, spawn} from "node:child_process";
import {mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {parseArgs, promisify} from "node:util";
import {fileURLToPath} from "node:url";

import {Server, until} from "../../e2e/support/server.mjs";
import {machine, median, say, table} from "../figures.mjs";

const {values} = parseArgs({
  options: {
    rounds: {type: "string", default: "5"},
    seconds: {type: "string", default: "10"},
    sustained: {type: "string", default: "60"},
    json: {type: "string"},
  },
});
const rounds = Number(values.rounds);
const connections = 64;
const recordBytes = 700;
const peer = 375;  // Comments a second of the fastest peer measured on a machine of this kind.

const run = promisify(execFile);
const posts = fileURLToPath(new URL("posts.lua", import.meta.url));
/** Appends a second, by as many clients that each wait for the answer. */
async function appendBare(redis) {
  const {stdout} = await run("redis-benchmark", ["-s", redis.socket, "-c", String(connections),
    "-n", "100000", "--csv", "XADD", "stream", "*", "submission", "x".repeat(recordBytes)]);
  return Number(stdout.trim().split("\n").at(-1).split(",")[1].replaceAll('"', ""));
}

async function startRedis(directory) {
  const socket = join(directory, "redis.sock");
  const child = spawn("redis-server", ["--port", "0", "--unixsocket", socket, "--dir", directory,
    "--appendonly", "yes", "--appendfsync", "always", "--save", ""], {stdio: "ignore"});
  const ended = new Promise((resolve) => child.once("exit", resolve));
  await until(async () => (await run("redis-cli", ["-s", socket, "ping"])).stdout.includes("PONG"),
    "Redis does not answer");
  return {
    socket,
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

/** Comments a second that were answered 202, and how many. */
async function post(server, seconds, name) {
  const {stdout} = await run("wrk", ["-t", "1", "-c", String(connections), "-d", `${seconds}s`,
    "--latency", "-s", posts, server.url, name]);
  const failed = /Non-2xx or 3xx responses: (\d+)|Socket errors: (.*)/.exec(stdout);
  if (failed) throw new Error(`posting: ${failed[0]}`);
  return {
    perSecond: Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)[1]),
    p99: /99%\s+(\S+)/.exec(stdout)[1],
  };
}

async function sumOf(server, beginning) {
  const text = await (await fetch(`${server.opsUrl}/metrics`)).text();
  return text.split("\n").filter((line) => line.startsWith(beginning))
    .reduce((sum, line) => sum + Number(line.split(" ").at(-1)), 0);
}

const judged = (server) => sumOf(server, "rejoinder_comments_judged_total{");
const taken = (server) => sumOf(server, 'rejoinder_submissions_total{outcome="queued"');

/** Waits until all that was taken is judged and stored. */
async function drained(server) {
  await until(async () => (await judged(server)) >= (await taken(server)), "it is not judged",
    600_000);
}

const directory = await mkdtemp(join(tmpdir(), "rejoinder-post-"));
const running = [];
try {
  const redis = await startRedis(directory);
  running.push(redis);
  const server = await Server.start();
  running.push({stop: () => server.discard()});
  const bare = [];
  const own = [];
  for (let round = 1; round <= rounds; round += 1) {
    say(`round ${round} of ${rounds}: redis-benchmark`);
    bare.push(await appendBare(redis));
    say(`round ${round} of ${rounds}: comments`);
    own.push(await post(server, Number(values.seconds), `r${round}`));
    await drained(server);
  }
  say(`comments for ${values.sustained} s`);
  const before = await judged(server);
  const began = performance.now();
  await post(server, Number(values.sustained), "s");
  await drained(server);
  const took = (performance.now() - began) / 1000;
  const sustained = ((await judged(server)) - before) / took;
  say("");

  const acknowledged = median(own.map(({perSecond}) => perSecond));
  const ratio = median(own.map(({perSecond}, i) => perSecond / bare[i]));
  const limit = median(bare);
  console.log(`\n${machine()}; ${connections} connections; medians of ${rounds} runs.\n`);
  console.log(table(["", "a second", "to redis-benchmark"], [
    ["redis-benchmark XADD, `appendfsync always`", Math.round(limit), ""],
    [`comments acknowledged, p99 ${own.at(-1).p99}`, Math.round(acknowledged), ratio.toFixed(2)],
    [`filtered, stored, published, ${Math.round(took)} s`, Math.round(sustained),
      (sustained / limit).toFixed(2)],
  ]));
  console.log(`\n${(sustained / peer).toFixed(1)} times the fastest peer (${peer} a second).`);
  if (values.json)
    await writeFile(values.json, JSON.stringify({bare, own, sustained, took, ratio}));
} finally {
  for (const each of running.reverse()) await each.stop();
  await rm(directory, {recursive: true, force: true});
}
