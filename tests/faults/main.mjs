// Runs the sessions and prints what happened, what was survived, and what was not.
// Usage: node tests/faults/main.mjs [--seconds 120] [--seed N] [--rate 40] [--only whole|parts]
//        [--without 'disk full' …]

import {parseArgs} from "node:util";

import {runSession} from "./session.mjs";

const {values} = parseArgs({
  options: {
    seconds: {type: "string", default: "120"},
    seed: {type: "string", default: String(Date.now() % 1_000_000)},
    rate: {type: "string", default: "40"},
    only: {type: "string"},
    without: {type: "string", multiple: true, default: []},
  },
});
const shapes = values.only ? [values.only] : ["parts", "whole"];
const seed = Number(values.seed);
const seconds = Number(values.seconds) / shapes.length;

function report(run) {
  const {model, writers, moderators, faults, installation} = run;
  const removed = model.facts.filter(({removedAt}) => removedAt !== Infinity).length;
  console.log(`\n${run.shape}: ${model.acknowledged.length} comments acknowledged,`,
    `${run.stored ?? "?"} stored, ${writers.retries} retries; ${model.decisions} decisions,`,
    `${removed} removed; ${model.reads} pages read`);
  const live = run.liveReaders.reduce((sum, {events}) => sum + events, 0);
  console.log(`  ${run.liveReaders.length} live pages took ${live} events;`,
    `${moderators.conflicts} conflicts, ${moderators.unanswered} decisions without an answer`);
  for (const [name, count] of faults.counts) console.log(`  ${String(count).padStart(4)} ${name}`);
  for (const [name, why] of run.without) console.log(`     0 ${name}: ${why}`);
  for (const each of installation.services)
    console.log(`  ${each.name}: ${each.starts} starts,`,
      `at most ${each.memoryMbMost.toFixed(0)} MB`);
  const logged = [...installation.logged].map(([event, count]) => `${event} ${count}`);
  console.log(`  logged: ${logged.join(", ")}`);
  writers.refused.forEach((each) => model.complain(each));
  model.violations.forEach((each) => console.log(`  BROKEN: ${each}`));
  const hidden = model.violationCount - model.violations.length;
  if (hidden > 0) console.log(`  BROKEN: and ${hidden} more`);
  return model.violationCount;
}

let broken = 0;
console.log(`seed ${seed}, ${values.rate} comments a second, ${seconds} s each: ${shapes}`);
for (const shape of shapes) {
  const began = Date.now();
  const say = (what) => process.stdout.isTTY &&
    process.stdout.write(`\r${shape} ${Math.round((Date.now() - began) / 1000)} s: ${what}\x1b[K`);
  broken += report(await runSession(
    {shape, seconds, seed, rate: Number(values.rate), without: values.without, say}));
}
console.log(broken === 0 ? "\nEvery promise held." : `\n${broken} promises broken.`);
process.exit(broken === 0 ? 0 : 1);
