// What may happen to an installation, by name. Each resolves when its cause is over; what follows
// from it may go on.

import {holdHalfOpen, sendGarbage} from "./hostile-connections.mjs";
import {sleep} from "./random.mjs";

function signalRedis(installation, signal) {
  try {
    process.kill(installation.redisPid(), signal);
  } catch {
    return false; // It is away already.
  }
  return true;
}

const kinds = {
  "server killed": ({web}) => web.kill(),
  "server stopped": ({web}) => web.kill("SIGTERM"),
  "worker killed": ({workers}, random) => random.pick(workers).kill(),
  "all workers killed": ({workers}) => workers.forEach((each) => each.kill()),
  "Redis killed": (installation) => {
    if (installation.redis) installation.redis.kill();
    else signalRedis(installation, "SIGKILL");
  },
  "Redis paused": async (installation, random) => {
    const pid = installation.redisPid();
    if (!signalRedis(installation, "SIGSTOP")) return;
    await sleep(random.between(500, 6_000));
    try {
      process.kill(pid, "SIGCONT");
    } catch {
      // Its server was killed meanwhile.
    }
  },
  "server paused": async ({web}, random) => {
    web.signal("SIGSTOP");
    await sleep(random.between(200, 3_000));
    web.signal("SIGCONT");
  },
  "disk full": async ({disk}, random) => {
    disk.fill();
    await sleep(random.between(1_000, 5_000));
    disk.empty();
    await sleep(500); // What ends because of it, ends now.
  },
  "clock stepped": ({clock}, random) =>
    clock.set(random.pick([-86_400, -3_600, -61, -2, 0, 2, 61, 3_600, 86_400])),
  "half-open connections": (installation, random) =>
    holdHalfOpen(installation, random, random.between(1, 4)),
  "garbage bytes": sendGarbage,
};

/** The names of the faults that can happen here, and why the others cannot. */
export function possibleFaults({shape, disk, clock, without: unwanted}) {
  const without = new Map(unwanted.map((name) => [name, "not wanted"]));
  if (shape === "whole")
    for (const name of ["worker killed", "all workers killed"])
      without.set(name, "the worker is a part of the server");
  if (!disk.isSmall) without.set("disk full", disk.why);
  if (!clock.works) without.set("clock stepped", clock.why);
  return {names: Object.keys(kinds).filter((name) => !without.has(name)), without};
}

export class Faults {
  counts = new Map();
  #going = true;

  constructor(installation, random, {pauseS, onFault = () => {}}) {
    const {names} = possibleFaults(installation);
    this.done = this.#run(installation, random, names, pauseS, onFault);
  }

  async finish() {
    this.#going = false;
    await this.done;
  }

  /** Every kind once in each round, in an order drawn anew: none is left out by bad luck. */
  async #run(installation, random, names, pauseS, onFault) {
    let left = [];
    while (this.#going) {
      await sleep(random.between(0.5, 1.5) * pauseS * 1_000);
      if (!this.#going) return;
      if (left.length === 0) left = [...names];
      const [name] = left.splice(random.below(left.length), 1);
      onFault(name);
      await kinds[name](installation, random);
      this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
    }
  }
}
