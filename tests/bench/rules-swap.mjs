// Whether requests feel that rules are exchanged under them: p99 of readers' GETs and POSTs while a
// rule set of 10,000 terms is compiled and taken up, beside p99 before it.
// Usage: node tests/bench/rules-swap.mjs [--terms 10000] [--per-second 200] [--swaps 5]

import {writeFile} from "node:fs/promises";
import {join} from "node:path";
import {parseArgs} from "node:util";

import {end, startWithRules} from "../e2e/support/own-rules.mjs";
import {newcomer} from "../e2e/support/reader.mjs";
import {until} from "../e2e/support/server.mjs";
import {percentile} from "./replay/sender.mjs";

const {values} = parseArgs({
  options: {
    terms: {type: "string", default: "10000"},
    "per-second": {type: "string", default: "200"},
    swaps: {type: "string", default: "5"},
  },
});

/** Made-up words, each swap other ones, so that nothing is compiled before. */
function words(round) {
  const letters = "bdfgklmnprstvz";
  const word = (n) => Array.from({length: 5}, (_, i) =>
    letters[Math.floor(n / letters.length ** i) % letters.length] + "aeiou"[(n + i) % 5]).join("");
  return Array.from({length: Number(values.terms)}, (_, i) =>
    word(i * 37 + round * 1_000_003)).join("\n");
}

const place = await startWithRules();
const {server, directory, rules} = place;
const samples = [];  // {at, ms}
let running = true;

async function send(i) {
  const at = performance.now();
  if (i % 2 === 0) await (await fetch(server.comments("swap"))).arrayBuffer();
  else await (await server.post("swap", newcomer(`R ${i}`, {text: `Text no. ${i}.`}))).text();
  samples.push({at, ms: performance.now() - at});
}

async function sendSteadily() {
  const began = performance.now();
  const open = new Set();
  for (let i = 0; running; i += 1) {
    const due = began + (i * 1000) / Number(values["per-second"]);
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    const sent = send(i).finally(() => open.delete(sent));
    open.add(sent);
  }
  await Promise.all(open);
}

const taken = () => server.log.filter((line) => line.includes("rules_in_force")).length;
const rest = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

try {
  const sending = sendSteadily();
  await rest(2_000);
  const spans = [];
  for (let round = 1; round <= Number(values.swaps); round += 1) {
    await rest(3_000);
    const before = taken();
    await writeFile(join(directory, "many.txt"), words(round));
    const from = performance.now();
    await writeFile(rules, JSON.stringify({
      extends: "moderation.json",
      filters: {words: {lists: [{file: "many.txt", reason: "suspect_word"}]}},
    }));
    await until(() => taken() > before, "the rules are not taken up");
    spans.push({from, to: performance.now()});
  }
  running = false;
  await sending;
  const during = ({at, ms}) => spans.some(({from, to}) => at < to && at + ms > from);
  const print = (what, list) => console.log(what.padEnd(24), String(list.length).padStart(6),
    ...[0.5, 0.99, 1].map((part) => percentile(list, part).toFixed(1).padStart(9)));
  const took = spans.map(({from, to}) => to - from);
  console.log(`${values.terms} terms; from the change of the file to in force:`,
    `median ${percentile(took, 0.5).toFixed(0)} ms, longest ${Math.max(...took).toFixed(0)} ms`);
  console.log("requests".padEnd(24), "number".padStart(6), "p50 ms", "  p99 ms", "longest ms");
  print("during a change", samples.filter(during).map(({ms}) => ms));
  print("otherwise", samples.filter((sample) => !during(sample)).map(({ms}) => ms));
} finally {
  running = false;
  await end(place);
}
