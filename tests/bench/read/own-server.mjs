// The server under test: pinned to one core with its Redis, and a story of 50 comments in it.

import {execFileSync} from "node:child_process";
import {mkdtemp, rm, writeFile} from "node:fs/promises";
import {connect} from "node:net";
import {tmpdir} from "node:os";
import {join, relative} from "node:path";
import {fileURLToPath} from "node:url";

import {Server, until} from "../../e2e/support/server.mjs";
import {madeUpRecords, submissionsFor} from "../replay/submissions.mjs";
import {serverCore} from "./processes.mjs";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const comments = 50;

export class OwnServer {
  name = "Rejoinder";
  story = "read";

  static async start() {
    const own = new OwnServer();
    own.directory = await mkdtemp(join(tmpdir(), "rejoinder-read-"));
    const config = join(own.directory, "read.json");
    await writeFile(config, JSON.stringify({
      extends: join(root, "config/development.json"), http: {cores: 1},
    }));
    own.server = await Server.start({
      directory: join(own.directory, "data"), config: relative(root, config),
    });
    own.url = own.server.comments(own.story);
    await own.fill();
    own.pin();
    const plain = await fetch(own.url, {headers: {"accept-encoding": "identity"}});
    own.tag = plain.headers.get("etag");
    return own;
  }

  /** Comments of a newspaper's length, each published. */
  async fill() {
    const records = madeUpRecords(comments * 2, 1).filter(({spam}) => spam === "0")
      .slice(0, comments).map((record) => ({...record, text: `${record.text} `.repeat(3).trim()}));
    for (const {comment} of submissionsFor(records, "read"))
      await this.server.post(this.story, comment);
    await until(async () => (await (await fetch(this.url)).json()).story.count === comments,
      "the comments are not published");
  }

  /** Threads begun later go where those that begin them are. */
  pin() {
    const pids = [this.server.pid, ...execFileSync("pgrep", ["-P", String(this.server.pid)])
      .toString().trim().split("\n")];
    for (const pid of pids)
      execFileSync("taskset", ["-a", "-c", "-p", String(serverCore), String(pid)]);
  }

  /** The answer as the bytes that come over the wire. */
  answer(headers) {
    const {hostname, port, pathname} = new URL(this.url);
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`).join("");
    return new Promise((resolve, reject) => {
      const socket = connect(Number(port), hostname);
      let bytes = Buffer.alloc(0);
      socket.on("data", (part) => {
        bytes = Buffer.concat([bytes, part]);
        const end = bytes.indexOf("\r\n\r\n");
        const head = bytes.subarray(0, Math.max(end, 0)).toString();
        const length = /Content-Length: (\d+)/i.exec(head);
        if (end < 0 || bytes.length < end + 4 + Number(length?.[1] ?? 0)) return;
        socket.destroy();
        resolve(bytes);
      }).on("error", reject);
      socket.write(`GET ${pathname} HTTP/1.1\r\nHost: ${hostname}\r\n${lines}\r\n`);
    });
  }

  async stop() {
    await this.server.stop();
    await rm(this.directory, {recursive: true, force: true});
  }
}
