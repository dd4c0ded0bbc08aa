// A process that is started again whenever it ends, as a service manager would.

import {spawn} from "node:child_process";
import {readFileSync} from "node:fs";
import {createInterface} from "node:readline";

import {sleep} from "./random.mjs";

const restartMs = 200;
const linesKept = 400;

export class Service {
  #child;
  #wanted = false;
  #over = Promise.resolve();
  #forgiven = false;
  /** Ends that nobody asked for: a crash, or a program that gave up. */
  surprises = [];
  lines = [];
  starts = 0;
  memoryMbMost = 0;

  /** `mayEnd`: whether it may end of its own accord now, as Redis does in trouble. */
  constructor(name, words, {env = {}, onLine = () => {}, mayEnd = () => false} = {}) {
    this.name = name;
    this.words = words;
    this.env = env;
    this.onLine = onLine;
    this.mayEnd = mayEnd;
  }

  get pid() {
    return this.#child?.pid;
  }

  start() {
    this.#wanted = true;
    this.#over = this.#keepRunning();
  }

  /** A signal that ends it: no surprise. */
  kill(signal = "SIGKILL") {
    this.#forgiven = true;
    this.#child?.kill(signal);
  }

  /** A signal that does not. */
  signal(signal) {
    this.#child?.kill(signal);
  }

  async stop() {
    this.#wanted = false;
    this.kill("SIGTERM");
    await this.#over;
  }

  measure() {
    try {
      const status = readFileSync(`/proc/${this.pid}/status`, "utf8");
      const kb = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0);
      this.memoryMbMost = Math.max(this.memoryMbMost, kb / 1024);
    } catch {
      // Not running at the moment.
    }
  }

  async #keepRunning() {
    while (this.#wanted) {
      this.starts += 1;
      this.#forgiven = false;
      const how = await this.#run();
      if (!this.#forgiven && !this.mayEnd())
        this.surprises.push(`${this.name} ended (${how}):\n${this.lines.slice(-15).join("\n")}`);
      if (this.#wanted) await sleep(restartMs);
    }
  }

  #run() {
    const [program, ...words] = this.words;
    const child = spawn(program, words, {
      stdio: ["ignore", "ignore", "pipe"],
      env: {...process.env, ...this.env},
    });
    this.#child = child;
    createInterface({input: child.stderr}).on("line", (line) => {
      this.lines.push(line);
      if (this.lines.length > linesKept) this.lines.shift();
      this.onLine(line);
    });
    return new Promise((resolve) => {
      child.once("error", (error) => resolve(error.message));
      child.once("close", (code, signal) => resolve(code ?? signal));
    });
  }
}
