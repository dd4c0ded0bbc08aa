// A real server for tests: its own data directory, Redis and SQLite, on ports of its own choice.
import {execFile, spawn} from "node:child_process";
import {mkdtemp, rm} from "node:fs/promises";
import {createInterface} from "node:readline";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {promisify} from "node:util";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const binary = process.env.REJOINDER ?? join(root, "build/dev/rejoinder");
const startMsMax = 60_000;
const stopMsMax = 30_000;

export class Server {
  #child;
  #exited;
  log = [];
  url = "";
  opsUrl = "";

  constructor(directory, config) {
    this.directory = directory;
    this.config = config;
  }

  /** Starts a server in a new directory, or in the one given, and waits until it takes comments. */
  static async start({directory, config = "config/development.json", listen} = {}) {
    const own = directory ?? (await mkdtemp(join(tmpdir(), "rejoinder-test-")));
    const server = new Server(own, join(root, config));
    await server.start(listen);
    return server;
  }

  get pid() {
    return this.#child.pid;
  }

  async start(listen = "127.0.0.1:0") {
    const words = ["serve", "--config", this.config, "--data-dir", this.directory];
    this.#child = spawn(binary, [...words, "--listen", listen, "--ops-listen", "127.0.0.1:0"], {
      stdio: ["ignore", "inherit", "pipe"],
      cwd: root,
    });
    const child = this.#child;
    this.#exited = new Promise((resolve) => child.once("exit", (code, signal) =>
      resolve(code ?? signal)));
    const addresses = new Promise((resolve, reject) => {
      this.#exited.then((how) => reject(new Error(
        `the server ended (${how}):\n${this.log.slice(-20).join("\n")}`)));
      createInterface({input: child.stderr}).on("line", (line) => {
        this.log.push(line);
        const entry = parse(line);
        if (entry.event === "ops_listening") this.opsUrl = `http://${entry.address}`;
        if (entry.event === "listening") resolve(this.url = `http://${entry.address}`);
      });
    });
    await within(startMsMax, addresses, "the server did not say where it listens");
    await until(async () => (await fetch(`${this.opsUrl}/readyz`)).ok, "the server is not ready");
  }

  /** Ends it as an operator would, and tells its exit code. */
  async stop() {
    if (this.#child.exitCode === null) this.#child.kill("SIGTERM");
    return within(stopMsMax, this.#exited, "the server did not stop");
  }

  /** Ends it at whatever instruction it is. */
  async kill() {
    this.#child.kill("SIGKILL");
    await this.#exited;
  }

  /** Stops it and removes what it wrote. */
  async discard() {
    await this.stop();
    await rm(this.directory, {recursive: true, force: true});
  }

  /** Runs a command of the program on this installation; resolves to {stdout, stderr}. */
  async command(words, input = "") {
    const place = ["--config", this.config, "--data-dir", this.directory];
    const running = promisify(execFile)(binary, [...words, ...place], {
      cwd: root,
      maxBuffer: 64 * 1024 * 1024,
    });
    running.child.stdin.end(input);
    return running;
  }

  async addModerator(name, password, role = "moderator") {
    await this.command(["moderator", "add", name, "--role", role, "--password-stdin"],
      `${password}\n`);
  }

  comments(story) {
    return `${this.url}/api/v1/sites/demo/stories/${story}/comments`;
  }

  /** What is said of a comment to everybody, or to its author: {state, …}, or an error's {code}. */
  async comment(id, authorToken) {
    const headers = authorToken ? {authorization: `Bearer ${authorToken}`} : {};
    return (await fetch(`${this.url}/api/v1/comments/${id}`, {headers})).json();
  }

  /** Posts a comment as a reader would; resolves to the Response. */
  post(story, comment, headers = {}, signal = undefined) {
    return fetch(this.comments(story), {
      method: "POST",
      headers: {"content-type": "application/json", ...headers},
      body: JSON.stringify({story_url: `${this.url}/demo/`, ...comment}),
      signal,
    });
  }
}

function parse(line) {
  try {
    return JSON.parse(line);
  } catch {
    return {};
  }
}

function within(ms, promise, complaint) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(complaint)), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** Waits until the condition holds; what it throws counts as not yet. Resolves to its value. */
export async function until(condition, complaint, ms = 30_000) {
  const end = Date.now() + ms;
  let last;
  for (;;) {
    try {
      const value = await condition();
      if (value) return value;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) throw new Error(`${complaint} within ${ms} ms`, {cause: last});
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
