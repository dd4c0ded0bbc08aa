// Programs of a benchmark: started on a core of their own, ended by pid.

import {execFile, spawn} from "node:child_process";
import {once} from "node:events";
import {connect, createServer} from "node:net";
import {promisify} from "node:util";

import {until} from "../../e2e/support/server.mjs";

/** The server and what it is held against have the first core, the load has the second. */
export const serverCore = 0;
export const loadCore = 1;

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

/** Requests a second, and the 99th percentile in ms, of one run of wrk. */
export async function load(url, {connections, seconds, headers = {}}) {
  const words = ["-c", String(loadCore), "wrk", "-t", "1", "-c", String(connections), "-d",
    `${seconds}s`, "--latency"];
  for (const [name, value] of Object.entries(headers)) words.push("-H", `${name}: ${value}`);
  const {stdout} = await promisify(execFile)("taskset", [...words, url]);
  const failed = /Non-2xx or 3xx responses: (\d+)|Socket errors: (.*)/.exec(stdout);
  if (failed) throw new Error(`wrk on ${url}: ${failed[0]}`);
  return {
    perSecond: Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)[1]),
    p99: inMs(/99%\s+([\d.]+)(us|ms|s)/.exec(stdout)),
  };
}

function inMs([, number, unit]) {
  return Number(number) * {us: 0.001, ms: 1, s: 1000}[unit];
}
