// Replays comments through a real server, with faults if wished, and checks that each of them is in
// the store exactly once in a final state, and that no address is anywhere.

import {FaultPlan, killRedis, killServer} from "./faults.mjs";
import {ListWatcher, listedIds, readRecord} from "./record.mjs";
import {Sender} from "./sender.mjs";
import {submissionsFor} from "./submissions.mjs";
import {until} from "../../e2e/support/server.mjs";

const settleMsMax = 60_000;
const sentAgainMax = 50;

/** Server kills and Redis kills, mixed evenly. */
function mixedFaults(server, {serverKills = 0, redisKills = 0}) {
  const all = [
    ...Array.from({length: serverKills}, (_, i) => [(i + 0.5) / serverKills, killServer]),
    ...Array.from({length: redisKills}, (_, i) => [(i + 0.6) / redisKills, killRedis]),
  ];
  return all.sort(([a], [b]) => a - b).map(([, fault]) => () => fault(server));
}

/** Resolves to what happened; nothing is judged here, see expectations() and report.mjs. */
export async function replay(server, records, {perSecond, serverKills, redisKills}) {
  const submissions = submissionsFor(records, Date.now().toString(36));
  const stories = [...new Set(submissions.map(({story}) => story))];
  const sender = new Sender(server);
  const watcher = new ListWatcher(server, stories);
  const plan = new FaultPlan(mixedFaults(server, {serverKills, redisKills}), submissions.length);

  const seconds = await sender.sendAll(submissions, perSecond, (done) => plan.progress(done));
  await plan.finish();
  const again = submissions.filter((each) => sender.acknowledged.has(each)).slice(0, sentAgainMax);
  const doubled = [];
  for (const each of again) if (!(await sender.sendAgain(each))) doubled.push(each);

  const record = await until(async () => {
    const all = await readRecord(server);
    return all.length >= sender.acknowledged.size && all;
  }, "not every acknowledged comment reached the store", settleMsMax);
  await watcher.stop();
  const listed = await until(async () =>
    (await Promise.all(stories.map((story) => listedIds(server, story)))).flat(),
  "the stories cannot be listed");
  const privacy = await server.command(
    ["verify-privacy", "--server", server.url, "--ops-server", server.opsUrl],
  ).catch((error) => error);
  return {submissions, seconds, sender, doubled, record, watcher, listed, privacy};
}

/** Names every promise that was broken; an empty list is a good run. */
export function brokenPromises({submissions, sender, doubled, record, watcher, listed, privacy}) {
  const broken = [];
  const expect = (holds, what) => holds || broken.push(what);
  const states = new Map(record.map(({id, state}) => [id, state]));
  const acknowledged = [...sender.acknowledged.values()];
  const published = record.filter(({state}) => state === "published").map(({id}) => id);

  expect(sender.refused.length === 0, `${sender.refused.length} comments were refused`);
  expect(new Set(acknowledged).size === submissions.length, "two submissions share an id");
  expect(record.length === states.size, "an id is in the store twice");
  expect(record.length === submissions.length,
    `${record.length} comments are stored, ${submissions.length} were sent`);
  const lost = acknowledged.filter((id) => !states.has(id));
  expect(lost.length === 0, `${lost.length} acknowledged comments are lost`);
  expect(doubled.length === 0, `${doubled.length} repeated submissions became other comments`);
  expect(listed.length === new Set(listed).size, "a comment is listed twice");
  expect(same(listed, published), "the story pages do not list exactly what is published");
  const leaked = [...watcher.listed].filter((id) => states.get(id) !== "published");
  expect(leaked.length === 0, `${leaked.length} comments were listed without being published`);
  expect(!privacy.code && privacy.stdout.includes("No address found."),
    `verify-privacy: ${privacy.stdout}${privacy.stderr}`);
  expect(privacy.stdout.startsWith(`${submissions.length} different addresses`),
    `verify-privacy did not look for all canaries: ${privacy.stdout.split("\n")[0]}`);
  return broken;
}

function same(a, b) {
  return a.length === b.length && new Set([...a, ...b]).size === a.length;
}
