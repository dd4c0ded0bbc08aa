// Rejoinder as it is installed: one process with its own Redis ("whole"), or a web process, two
// workers and a Redis beside them ("parts"). Everything is started again when it ends.

import {execFile} from "node:child_process";
import {mkdirSync, readFileSync, readdirSync, writeFileSync} from "node:fs";
import {createServer} from "node:net";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {promisify} from "node:util";

import {Server, until} from "../e2e/support/server.mjs";
import {Disk} from "./disk.mjs";
import {Service} from "./service.mjs";
import {SteppedClock} from "./stepped-clock.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
export const program = process.env.REJOINDER ?? join(root, "build/dev/rejoinder");
const run = promisify(execFile);
const workers = 2;

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const {port} = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export class Installation {
  workers = [];
  redis = undefined;
  logged = new Map();

  constructor(shape, without) {
    Object.assign(this, {shape, without});
    this.disk = new Disk();
    this.config = join(this.disk.directory, "config.json");
    this.clock = new SteppedClock(this.disk.directory, program);
    this.redisSocket = join(this.disk.directory, "redis", "redis.sock");
  }

  static async start(shape, without = []) {
    const made = new Installation(shape, without);
    try {
      await made.#start();
    } catch (error) {
      await made.stop();
      throw new Error(`it does not start:\n${made.web?.lines.slice(-20).join("\n")}`,
        {cause: error});
    }
    return made;
  }

  get services() {
    return [this.web, ...this.workers, ...(this.redis ? [this.redis] : [])];
  }

  comments(story) {
    return `${this.url}/api/v1/sites/demo/stories/${story}/comments`;
  }

  /** Posts as Server.post() of the end-to-end tests does. */
  post = Server.prototype.post;

  /** The process id of the Redis, whoever runs it. */
  redisPid() {
    if (this.redis) return this.redis.pid;
    const children = readdirSync(`/proc/${this.web.pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${this.web.pid}/task/${thread}/children`, "utf8").split(" "));
    return Number(children.filter(Boolean).find((pid) =>
      readFileSync(`/proc/${pid}/comm`, "utf8").startsWith("redis-server")));
  }

  async command(words, input = "") {
    const place = ["--config", this.config, "--data-dir", this.#directory("web")];
    const running = run(program, [...words, ...place], {cwd: root, maxBuffer: 1 << 26});
    running.child.stdin.end(input);
    return running;
  }

  async ready() {
    let said;
    await until(async () => {
      const answer = await fetch(`${this.opsUrl}/readyz`);
      said = await answer.text();
      return answer.ok;
    }, "", 60_000).catch(() => {
      throw new Error(`it is not ready after a minute: ${said}`);
    });
  }

  async metric(name) {
    const text = await (await fetch(`${this.opsUrl}/metrics`)).text();
    return Number(new RegExp(`^${name}(?:{[^}]*})? (\\S+)`, "m").exec(text)?.[1] ?? NaN);
  }

  async stop() {
    await this.web?.stop();
    await Promise.all(this.workers.map((each) => each.stop()));
    await this.redis?.stop();
  }

  async #start() {
    this.#writeConfig();
    const [port, opsPort] = [await freePort(), await freePort()];
    this.url = `http://127.0.0.1:${port}`;
    this.opsUrl = `http://127.0.0.1:${opsPort}`;
    const parts = this.shape === "parts";
    if (parts) this.#startRedis();
    this.web = this.#service("web", ["serve", ...(parts ? ["--role", "web"] : []),
      "--listen", `127.0.0.1:${port}`, "--ops-listen", `127.0.0.1:${opsPort}`]);
    this.web.start();
    await this.ready();
    for (let i = 1; parts && i <= workers; i += 1) {
      const worker = this.#service(`worker${i}`,
        ["work", "--ops-listen", `127.0.0.1:${await freePort()}`]);
      this.workers.push(worker);
      worker.start();
    }
  }

  #directory(name) {
    const directory = join(this.disk.directory, name);
    mkdirSync(directory, {recursive: true});
    return directory;
  }

  #writeConfig() {
    const at = (name) => join(this.disk.directory, name);
    const redis = {mode: "url", url: `unix://${this.redisSocket}`};
    writeFileSync(this.config, JSON.stringify({
      extends: join(root, "config/development.json"),
      storage: {url: `sqlite:${at("rejoinder.db")}`},
      privacy: {key_file: at("keys")},
      ...(this.shape === "parts" && {redis}),
    }));
  }

  #startRedis() {
    const directory = this.#directory("redis");
    const settings = {
      port: "0", unixsocket: this.redisSocket, dir: directory, appendonly: "yes",
      appendfsync: "always", save: "", "maxmemory-policy": "noeviction",
      logfile: join(directory, "redis.log"),
    };
    const words = Object.entries(settings).flatMap(([key, value]) => [`--${key}`, value]);
    // It ends rather than go on without its append-only file.
    this.redis = new Service("redis", ["redis-server", ...words],
      {mayEnd: () => this.disk.isTrouble});
    this.redis.start();
  }

  #service(name, words) {
    const place = ["--config", this.config, "--data-dir", this.#directory(name)];
    return new Service(name, [program, ...words, ...place], {
      env: this.without.includes("clock stepped") ? {} : this.clock.env,
      // One that starts anew may give up where it cannot write.
      mayEnd: () => this.disk.isTrouble,
      onLine: (line) => {
        const event = /"event":"(\w+)"/.exec(line)?.[1] ?? "other";
        this.logged.set(event, (this.logged.get(event) ?? 0) + 1);
      },
    });
  }
}
