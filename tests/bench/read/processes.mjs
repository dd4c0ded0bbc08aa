// Programs of a benchmark: started on a core of their own, ended by pid.

import {execFile, execFileSync, spawn} from "node:child_process";
import {once} from "node:events";
import {connect, createServer} from "node:net";
import {dirname, join} from "node:path";
import {promisify} from "node:util";

import {until} from "../../e2e/support/server.mjs";

/** The server and what it is held against have the first core, the load has the second. */
export const serverCore = 0;
export const loadCore = 1;

/** This program is part of the load. */
export function pinThisProgram() {
  execFileSync("taskset", ["-a", "-c", "-p", String(loadCore), String(process.pid)]);
}

export async function freePort() {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const {port} = probe.address();
  probe.close();
  await once(probe, "close");
  return port;
}

/** Starts a program on the server's core and waits until it listens. */
export async function startPinned(words, port) {
  const child = spawn("taskset", ["-c", String(serverCore), ...words], {stdio: "inherit"});
  const ended = once(child, "exit");
  await until(() => listens(port), `${words[0]} does not listen`);
  return {
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

function listens(port) {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}

const asker = join(dirname(process.env.REJOINDER ?? ""), "read_load");

/** Requests a second, and the 99th percentile in ms, of one run from the other core. */
export async function load(url, {connections, seconds, headers = {}}) {
  const {port, pathname} = new URL(url);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const {stdout} = await promisify(execFile)("taskset", ["-c", String(loadCore), asker,
    String(seconds), String(connections), port, pathname, ...lines]);
  const found = JSON.parse(stdout);
  return {perSecond: found.per_second, p50: found.p50_ms, p99: found.p99_ms};
}
