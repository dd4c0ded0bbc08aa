// How much of what should be seen the shipped rules see, and how much they see that is not there.
// Prints rates only, never a text.
// Usage: node tests/bench/rates.mjs --obfuscation FILE.tsv (columns expect, input)
//                                   --comments FILE.tsv (columns spam, text)

import {execFileSync} from "node:child_process";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {parseArgs} from "node:util";

import {readRecords} from "./replay/read-comments.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const binary = process.env.REJOINDER ?? join(root, "build/release/rejoinder");
const {values} = parseArgs({options: {obfuscation: {type: "string"}, comments: {type: "string"}}});

/** The verdict of the shipped rules on each text. */
function judge(texts) {
  const input = texts.map((text) => JSON.stringify({text: text.replaceAll("\0", "")})).join("\n");
  const words = ["judge", "--config", join(root, "config/development.json")];
  const output = execFileSync(binary, words, {input: `${input}\n`, maxBuffer: 1 << 28});
  return output.toString().trimEnd().split("\n").map((line) => JSON.parse(line));
}

const share = (part, whole) => `${part} of ${whole} (${((100 * part) / whole).toFixed(2)} %)`;

/** Found: an entry of a word list, at its full weight or as a delicate word. */
function printObfuscation(records) {
  const ofWords = ["banned_word", "suspect_word", "disguised_word"];
  const verdicts = judge(records.map(({input}) => input));
  const found = (verdict, reasons) =>
    verdict.findings.some(({reason}) => reasons.includes(reason));
  for (const [expect, what] of [["1", "must match"], ["0", "must not match"]]) {
    const own = verdicts.filter((_, i) => records[i].expect === expect);
    const count = (holds) => share(own.filter(holds).length, own.length);
    console.log(`${what}: found ${count((v) => found(v, [...ofWords, "mild_word"]))},`,
      `not counting delicate words ${count((v) => found(v, ofWords))},`,
      `not published ${count(({verdict}) => verdict !== "publish")},`,
      `rejected ${count(({verdict}) => verdict === "reject")}`);
  }
}

/** What a comment tries, roughly, told by its form. */
function kindOf(text) {
  if (/https?:|www\.|\.(com|net|org|tk|ly|me)\b/i.test(text)) return "with a link";
  if (/\b(subscri|sub\b|channel|check|follow|like (this|my)|vote|visit|share)/i.test(text))
    return "a call, without a link";
  return text.length < 30 ? "a few words" : "other text";
}

function printComments(records) {
  const verdicts = judge(records.map(({text}) => text));
  const tally = {};
  let [caught, spam, wrong, honest] = [0, 0, 0, 0];
  for (const [i, {verdict, findings}] of verdicts.entries()) {
    const isSpam = records[i].spam === "1";
    const held = verdict !== "publish";
    isSpam ? (spam += 1) : (honest += 1);
    if (isSpam && held) caught += 1;
    if (!isSpam && held) wrong += 1;
    const heavy = findings.filter(({weight, reason}) => weight >= 5 || reason === "banned_word");
    const kinds = isSpam && !held ? [`missed: ${kindOf(records[i].text)}`]
      : !isSpam && held ? new Set(heavy.map(({reason}) => `wrongly, by ${reason}`)) : [];
    for (const kind of kinds) tally[kind] = (tally[kind] ?? 0) + 1;
  }
  console.log(`spam not published at once ${share(caught, spam)}, honest ${share(wrong, honest)};`,
    `precision ${(caught / (caught + wrong)).toFixed(3)}, recall ${(caught / spam).toFixed(3)}`);
  for (const [kind, count] of Object.entries(tally).sort(([, a], [, b]) => b - a))
    console.log(`  ${kind}: ${count}`);
}

if (values.obfuscation) printObfuscation(readRecords(values.obfuscation));
if (values.comments) printComments(readRecords(values.comments));
