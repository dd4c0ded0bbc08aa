// What has to hold when everything is over. Each check adds a sentence for what does not.

import {until} from "../e2e/support/server.mjs";
import {readAll} from "./readers.mjs";

const settleMsMax = 90_000;
/** A page may just have begun its longest pause. */
const recoveryMsMax = 75_000;
const memoryMbMax = 1_024;
const states = ["published", "pending", "rejected", "spam"];

async function readRecord(moderators) {
  const all = [];
  for (const state of states) {
    let cursor = "";
    do {
      const query = new URLSearchParams({state, limit: 200, ...(cursor && {cursor})});
      const page = await moderators.ask("GET", `comments?${query}`);
      if (!page) throw new Error("the desk does not answer");
      all.push(...page.comments);
      cursor = page.next;
    } while (cursor);
  }
  return all;
}

const differs = (one, other) => [...one].filter((each) => !other.has(each)).length;

/** The record holds exactly what was acknowledged, each in the state that follows. */
export async function checkRecord({model, moderators, installation}) {
  const acknowledged = model.acknowledged;
  await until(async () => (await installation.metric("rejoinder_queue_waiting")) === 0,
    "submissions are left in the queue", settleMsMax);
  const record = await until(() => readRecord(moderators), "the record cannot be read");
  const found = new Map(record.map((each) => [each.id, each]));
  if (record.length !== found.size) model.complain("a comment is stored twice");
  if (record.length !== acknowledged.length)
    model.complain(`${record.length} are stored, ${acknowledged.length} were acknowledged`);
  for (const fact of acknowledged) {
    const stored = found.get(fact.id);
    if (!stored) model.complain(`${fact.name} (${fact.kind}) is lost`);
    else if (stored.state !== fact.state)
      model.complain(`${fact.name} (${fact.kind}) is ${stored.state}, not ${fact.state}: ` +
        JSON.stringify(stored.findings));
  }
  const dead = await installation.metric("rejoinder_queue_dead");
  if (dead !== 0) model.complain(`${dead} submissions were parked`);
  return record.length;
}

/** Lists, counts and live pages show exactly what is published. */
export async function checkViews({model, installation, stories, liveReaders}) {
  for (const story of stories) {
    const expected = new Set(model.acknowledged
      .filter((fact) => fact.story === story && fact.state === "published").map(({id}) => id));
    const all = await readAll(installation, story);
    const listed = new Set(all.map(({id}) => id));
    if (listed.size !== all.length) model.complain(`${story} lists a comment twice`);
    if (differs(listed, expected) + differs(expected, listed) > 0)
      model.complain(`${story} lists ${differs(listed, expected)} too many, ` +
        `${differs(expected, listed)} are missing`);
    const at = `${installation.url}/api/v1/sites/demo`;
    const {counts} = await (await fetch(`${at}/counts?story=${story}`)).json();
    const shown = await (await fetch(`${at}/stories/${story}`)).json();
    if (counts[story] !== expected.size || shown.story.count !== expected.size)
      model.complain(`${story} counts ${counts[story]} and ${shown.story.count}, ` +
        `${expected.size} are published`);
    for (const reader of liveReaders.filter((each) => each.story === story)) {
      const same = () => differs(reader.ids, expected) + differs(expected, reader.ids) === 0;
      await until(async () => same(), "", 15_000).catch(() => model.complain(
        `a live page of ${story} shows ${differs(reader.ids, expected)} too many and lacks ` +
        `${differs(expected, reader.ids)} (${reader.gaps} gaps, ${reader.feed.state})`));
    }
  }
}

/** Without anybody's help, a comment that is written now reaches every live page. */
export async function checkRecovery({writers, liveReaders, stories}) {
  const written = await Promise.all(stories.map((story) => writers.write(story)));
  for (const fact of written)
    for (const reader of liveReaders.filter(({story}) => story === fact.story))
      await until(async () => reader.ids.has(fact.id), "", recoveryMsMax).catch(() => {
        throw new Error(`a live page of ${fact.story} did not recover: ${reader.feed.state}, ` +
          `${reader.feed.failures} failures, ${reader.ends.slice(-4).join(", ")}`);
      });
}

export function checkProcesses({installation, model}) {
  for (const service of installation.services) {
    service.surprises.forEach((each) => model.complain(each));
    if (service.memoryMbMost > memoryMbMax)
      model.complain(`${service.name} grew to ${Math.round(service.memoryMbMost)} MB`);
  }
  const failed = installation.logged.get("task_failed");
  if (failed) model.complain(`${failed} times a task of the server ended by an exception`);
}

export async function checkPrivacy({installation, model}) {
  const words = ["verify-privacy", "--server", installation.url,
    "--ops-server", installation.opsUrl];
  const said = await installation.command(words).catch((error) => error);
  if (said.code || !said.stdout.includes("No address found."))
    model.complain(`verify-privacy: ${said.stdout}${said.stderr}`);
}
