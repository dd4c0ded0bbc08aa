// Ends processes of one server under test at any instruction: the server itself, or its Redis.

import {readFileSync, readdirSync} from "node:fs";

import {until} from "../../e2e/support/server.mjs";

function childrenOf(pid) {
  return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, "utf8").split(" ").filter(Boolean));
}

/** The process id of the redis-server that this server manages. */
export function redisPid(server) {
  const found = childrenOf(server.pid).find((pid) =>
    readFileSync(`/proc/${pid}/comm`, "utf8").startsWith("redis-server"));
  if (!found) throw new Error("the server has no Redis at the moment");
  return Number(found);
}

export async function killRedis(server) {
  process.kill(await until(() => redisPid(server), "there is no Redis to kill"), "SIGKILL");
}

export async function killServer(server) {
  const {host} = new URL(server.url);
  await server.kill();
  await server.start(host);
}

/** Runs the faults one after the other, spread evenly over `total` steps of progress. */
export class FaultPlan {
  #next = 0;
  #running = Promise.resolve();
  failure = null;

  constructor(faults, total) {
    this.faults = faults;
    this.every = total / (faults.length + 1);
  }

  progress(done) {
    while (this.#next < this.faults.length && done >= (this.#next + 1) * this.every) {
      const fault = this.faults[this.#next++];
      this.#running = this.#running.then(fault).catch((error) => {
        this.failure ??= error;
      });
    }
  }

  async finish() {
    await this.#running;
    if (this.failure) throw this.failure;
    if (this.#next < this.faults.length) throw new Error("not all faults came to pass");
  }
}
