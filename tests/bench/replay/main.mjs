// Replays a collection of real comments (columns: spam, story, text) and prints what became of
// them.
// Usage: node tests/bench/replay/main.mjs COMMENTS.tsv [--rate 300] [--server-kills 0]
//        [--redis-kills 0]

import {parseArgs} from "node:util";

import {Server} from "../../e2e/support/server.mjs";
import {readRecords} from "./read-comments.mjs";
import {brokenPromises, replay} from "./replay.mjs";
import {percentile} from "./sender.mjs";

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {
    rate: {type: "string", default: "300"},
    "server-kills": {type: "string", default: "0"},
    "redis-kills": {type: "string", default: "0"},
  },
});
if (positionals.length !== 1) {
  console.error("Usage: main.mjs COMMENTS.tsv [--rate N] [--server-kills N] [--redis-kills N]");
  process.exit(2);
}

function printStates({submissions, sender, record}) {
  const found = new Map(record.map((each) => [each.id, each]));
  const kinds = {spam: {}, honest: {}};
  const reasons = {};
  for (const submission of submissions) {
    const stored = found.get(sender.acknowledged.get(submission));
    const kind = kinds[submission.isSpam ? "spam" : "honest"];
    kind[stored.state] = (kind[stored.state] ?? 0) + 1;
    if (stored.state === "published") continue;
    for (const reason of new Set(stored.findings.map((finding) => finding.reason)))
      reasons[reason] = (reasons[reason] ?? 0) + 1;
  }
  console.log("spam:  ", JSON.stringify(kinds.spam));
  console.log("honest:", JSON.stringify(kinds.honest));
  console.log("reasons of what was not published at once:", JSON.stringify(reasons));
}

const records = readRecords(positionals[0]);
const server = await Server.start();
try {
  const run = await replay(server, records, {
    perSecond: Number(values.rate),
    serverKills: Number(values["server-kills"]),
    redisKills: Number(values["redis-kills"]),
  });
  const {sender} = run;
  console.log(`${records.length} comments in ${run.seconds.toFixed(1)} s,`,
    `${sender.retries} retries,`,
    `POST to 202: p50 ${percentile(sender.latencies, 0.5).toFixed(1)} ms,`,
    `p99 ${percentile(sender.latencies, 0.99).toFixed(1)} ms;`,
    `story pages read ${run.watcher.reads} times meanwhile`);
  printStates(run);
  console.log(run.privacy.stdout.trimEnd());
  const broken = brokenPromises(run);
  broken.forEach((each) => console.log(`BROKEN: ${each}`));
  console.log(broken.length === 0 ? "Every promise held." : `${broken.length} promises broken.`);
  process.exitCode = broken.length === 0 ? 0 : 1;
} finally {
  await server.discard();
}
