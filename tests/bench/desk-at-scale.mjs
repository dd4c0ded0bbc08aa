// How soon the desk's API answers on a large record: each queue, filter, search and count.
// Usage: node tests/bench/desk-at-scale.mjs [--comments 1000000] [--pending 50000] [--asks 100]
//                                           [--directory DIR]   kept, and not filled again
//                                           [--only TEXT]       the questions that contain it

import {execFileSync} from "node:child_process";
import {existsSync} from "node:fs";
import {cp, mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {dirname, join, relative} from "node:path";
import {fileURLToPath} from "node:url";
import {parseArgs} from "node:util";

import {Server} from "../e2e/support/server.mjs";
import {percentile} from "./replay/sender.mjs";

const {values} = parseArgs({
  options: {
    comments: {type: "string", default: "1000000"},
    pending: {type: "string", default: "50000"},
    asks: {type: "string", default: "100"},
    directory: {type: "string"},
    only: {type: "string", default: ""},
  },
});

const questions = {
  "pending": "state=pending",
  "pending, newest": "state=pending&sort=newest",
  "pending, most reported": "state=pending&sort=reports",
  "pending, most urgent": "state=pending&sort=urgent",
  "pending of a site": "state=pending&site=sport",
  "pending of a section": "state=pending&section=/sport/",
  "pending of a story": "state=pending&site=demo&story=story-3",
  "pending for a reason": "state=pending&reason=flood",
  "pending since a day": "state=pending&since=2026-11-01",
  "reported": "reported=1&sort=reports",
  "spam": "state=spam&sort=newest",
  "rejected": "state=rejected&sort=newest",
  "published": "state=published&sort=newest",
  "all": "sort=newest",
  "all of an author": `author=${"0".repeat(32)}&sort=newest`,
  "rare word": "text=zuvuza",
  "common word": "text=da&sort=newest",
  "two words": "text=da+ba&sort=newest",
  "common word, pending": "text=da&state=pending",
};

const made = values.directory ?? await mkdtemp(join(tmpdir(), "rj-scale-"));
const data = join(made, "data");
if (!existsSync(join(data, "rejoinder.db"))) {
  const fill = join(dirname(process.env.REJOINDER), "fill_record");
  const arguments_ = [data, values.comments, values.pending];
  execFileSync(fill, arguments_, {stdio: ["ignore", "inherit", "inherit"]});
}

const root = fileURLToPath(new URL("../../", import.meta.url));
await cp(join(root, "config"), join(made, "config"), {recursive: true});
const config = join(made, "config/own.json");
const site = {origins: ["self"]};
await writeFile(config, JSON.stringify({
  extends: "development.json", sites: {demo: site, sport: site, world: site},
}));
const server = await Server.start({directory: data, config: relative(root, config)});
try {
  const plans = [data, "plans"];
  console.log(execFileSync(join(dirname(process.env.REJOINDER), "fill_record"), plans,
    {encoding: "utf8"}));
  const name = `bench ${process.pid}`;
  await server.addModerator(name, "the password of bench");
  const signedIn = await fetch(`${server.url}/api/v1/desk/session`, {
    method: "POST",
    headers: {"content-type": "application/json"},
    body: JSON.stringify({name, password: "the password of bench"}),
  });
  const headers = {cookie: signedIn.headers.get("set-cookie").split(";")[0]};
  console.log(["", "found", "p50 ms", "p99 ms"].map((title, i) => title.padStart(i && 9)
    .padEnd(26 * !i)).join(""));
  for (const [what, query] of Object.entries(questions)) {
    if (!what.includes(values.only)) continue;
    const times = [];
    let found = 0;
    for (let i = 0; i < Number(values.asks); i += 1) {
      const began = performance.now();
      const answer = await fetch(`${server.url}/api/v1/desk/comments?${query}`, {headers});
      const page = await answer.json();
      times.push(performance.now() - began);
      if (answer.status !== 200) throw new Error(`${what}: ${JSON.stringify(page)}`);
      found = page.comments.length;
    }
    const figures = [found, percentile(times, 0.5).toFixed(1), percentile(times, 0.99).toFixed(1)];
    console.log(what.padEnd(26) + figures.map((each) => String(each).padStart(9)).join(""));
  }
} finally {
  await server.stop();
  if (!values.directory) await rm(made, {recursive: true, force: true});
}
