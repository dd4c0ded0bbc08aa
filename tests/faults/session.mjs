// One run: an installation, everybody who uses it, the faults, and the checks at the end.

import {checkPrivacy, checkProcesses, checkRecord, checkRecovery, checkViews} from "./checks.mjs";
import {Faults, possibleFaults} from "./faults.mjs";
import {Installation} from "./installation.mjs";
import {openLiveReaders} from "./live-readers.mjs";
import {Model} from "./model.mjs";
import {Moderators} from "./moderators.mjs";
import {Random, sleep} from "./random.mjs";
import {Readers} from "./readers.mjs";
import {Writers} from "./writers.mjs";

const stories = ["harbour", "council", "school", "market", "bridge", "museum"];
const faultPauseS = 4;
const settleMsMax = 60_000;

async function tokenOf(installation) {
  await installation.command(["moderator", "add", "mara", "--role", "admin", "--password-stdin"],
    "mara reads everything twice\n");
  const {stdout} = await installation.command(
    ["moderator", "add-token", "mara", "--label", "tests", "--scopes", "read,decide"]);
  return /rjt_\S+|\S{40,}/.exec(stdout)[0];
}

function within(ms, promise, complaint) {
  return Promise.race([promise, sleep(ms).then(() => Promise.reject(new Error(complaint)))]);
}

/** Resolves to what happened; the model holds what was not as it should be. */
export async function runSession({shape, seconds, seed, rate, without, say}) {
  const random = new Random(seed);
  const installation = await Installation.start(shape, without);
  const model = new Model();
  const run = {shape, installation, model, stories, liveReaders: []};
  const token = await tokenOf(installation);
  const people = {count: 4, stories};
  run.writers = new Writers(installation, model, random.fork(), {rate, stories});
  run.moderators = new Moderators(installation, model, random.fork(), token, people);
  run.readers = new Readers(installation, model, random.fork(), people);
  run.liveReaders = await openLiveReaders(installation, model, random.fork(),
    {count: 18, stories});
  const measuring = setInterval(() => installation.services.forEach((each) => each.measure()), 500);
  run.faults = new Faults(installation, random.fork(), {pauseS: faultPauseS, onFault: say});
  run.without = possibleFaults(installation).without;
  try {
    await sleep(seconds * 1_000);
    await run.faults.finish();
    await settle(run, say);
  } catch (error) {
    const said = installation.web.lines.slice(-12).join("\n");
    model.complain(`${error.message}\n${said}`);
  } finally {
    clearInterval(measuring);
    run.liveReaders.forEach((each) => each.stop());
  }
  await installation.stop();
  checkProcesses(run);
  installation.disk.discard();
  return run;
}

async function settle(run, say) {
  const {installation, writers, moderators, readers} = run;
  say("settling");
  await installation.ready();
  await within(settleMsMax, writers.finish(), "writers are left waiting for an acknowledgement");
  await within(settleMsMax, moderators.finish(), "moderators are left waiting for an outcome");
  await readers.finish();
  await checkRecovery(run);
  run.stored = await checkRecord(run);
  await checkViews(run);
  await checkPrivacy(run);
}
