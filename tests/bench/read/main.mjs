// A story's page of 50 comments over keep-alive: the server beside nginx serving the same bytes as
// a file, and beside a bare Beast program that writes them. Each has the first core, the load the
// second; they take turns, and what counts is the median of the ratios.
// Usage: node tests/bench/read/main.mjs [--rounds 5] [--seconds 3] [--json FILE]

import {mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {parseArgs} from "node:util";

import {machine, median, say, table} from "../figures.mjs";
import {madeUpRecords, submissionsFor} from "../replay/submissions.mjs";
import {Sender} from "../replay/sender.mjs";
import {OwnServer} from "./own-server.mjs";
import {startCeiling, startNginx} from "./peers.mjs";
import {load, pinThisProgram} from "./processes.mjs";

const {values} = parseArgs({
  options: {
    rounds: {type: "string", default: "5"},
    seconds: {type: "string", default: "3"},
    posts: {type: "string", default: "100"},
    json: {type: "string"},
  },
});
const rounds = Number(values.rounds);
const seconds = Number(values.seconds);
const cases = [
  {name: "as it is, 64 connections", connections: 64},
  {name: "as it is, 256 connections", connections: 256},
  {name: "gzip, 64 connections", connections: 64, gzip: true},
  {name: "304, 64 connections", connections: 64, known: true},
];

function headersFor({gzip, known}, target) {
  return {...(gzip && {"Accept-Encoding": "gzip"}), ...(known && {"If-None-Match": target.tag})};
}

/** Runs the case on every target in turn; resolves to {target name: [{perSecond, p99}]}. */
async function measure(one, targets) {
  const found = Object.fromEntries(targets.map(({name}) => [name, []]));
  for (let round = 1; round <= rounds; round += 1) {
    for (const target of targets) {
      say(`${one.name}: round ${round} of ${rounds}, ${target.name}`);
      const headers = headersFor(one, target);
      found[target.name].push(await load(target.url, {...one, seconds, headers}));
    }
  }
  return found;
}

/** Reads while comments arrive on the same story, beside reads while none does. */
async function measureWhilePosting(own) {
  const one = {name: `as it is, ${values.posts} posts a second`, connections: 64};
  const ratios = [];
  for (let round = 1; round <= rounds; round += 1) {
    say(`${one.name}: round ${round} of ${rounds}`);
    const calm = await load(own.url, {...one, seconds});
    const count = Number(values.posts) * seconds;
    const records = madeUpRecords(count * 2, 1).filter(({spam}) => spam === "0").slice(0, count)
      .map((record) => ({...record, story: own.story}));
    const sender = new Sender(own.server);
    const [busy] = await Promise.all([
      load(own.url, {...one, seconds}),
      sender.sendAll(submissionsFor(records, `read${round}`), Number(values.posts)),
    ]);
    if (sender.acknowledged.size !== count) throw new Error("not every comment was taken");
    ratios.push({calm, busy, ratio: busy.perSecond / calm.perSecond});
  }
  return {name: one.name, ratios};
}

pinThisProgram();
const directory = await mkdtemp(join(tmpdir(), "rejoinder-peers-"));
const running = [];
try {
  const own = await OwnServer.start();
  running.push(own);
  const answers = {
    identity: await own.answer({}),
    gzip: await own.answer({"Accept-Encoding": "gzip"}),
    "not-modified": await own.answer({"If-None-Match": own.tag}),
  };
  const body = await (await fetch(own.url)).text();
  const nginx = await startNginx(join(directory, "nginx"), body);
  running.push(nginx);
  const bare = join(dirname(process.env.REJOINDER), "read_ceiling");
  const ceiling = await startCeiling(bare, join(directory, "bare"), answers);
  running.push(ceiling);

  const rows = [];
  for (const one of cases) rows.push({...one, found: await measure(one, [own, nginx, ceiling])});
  const posting = await measureWhilePosting(own);
  say("");

  const kilo = (list) => (median(list) / 1000).toFixed(1);
  const lines = rows.map((row) => {
    const rates = (name) => row.found[name].map(({perSecond}) => perSecond);
    const mine = rates(own.name);
    const ratio = (name) => median(mine.map((rate, i) => rate / rates(name)[i])).toFixed(2);
    return [row.name, kilo(mine), kilo(rates(nginx.name)), kilo(rates(ceiling.name)),
      ratio(nginx.name), ratio(ceiling.name)];
  });
  const shares = posting.ratios.map(({ratio}) => ratio);
  lines.push([posting.name, kilo(posting.ratios.map(({busy}) => busy.perSecond)), "", "", "",
    `${median(shares).toFixed(2)} of undisturbed`]);
  console.log(`\nA page of 50 comments: ${body.length} bytes, ${answers.gzip.length} by gzip.`);
  console.log(`${machine()}. Medians of ${rounds} runs of ${seconds} s, thousand a second.\n`);
  console.log(table(
    ["", own.name, "nginx, a file", "bare Beast", "to nginx", "to bare Beast"], lines));
  if (values.json)
    await writeFile(values.json,
      JSON.stringify({machine: machine(), rounds, seconds, rows, posting}));
} finally {
  for (const each of running.reverse()) await each.stop();
  await rm(directory, {recursive: true, force: true});
}
