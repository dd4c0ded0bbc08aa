// Readers with the story open: the widget's own feed, and a set of ids as its list would show them.

import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {fileURLToPath} from "node:url";

import {sleep} from "./random.mjs";
import {readAll} from "./readers.mjs";

const web = fileURLToPath(new URL("../../server/web/", import.meta.url));
const require = createRequire(`${web}package.json`);
const WebSocket = require("ws");

/** The class that the widget follows a story with, as it stands in its sources. */
async function liveFeedClass() {
  const source = readFileSync(`${web}shared/live-feed.ts`, "utf8");
  const {code} = require("esbuild").transformSync(source, {loader: "ts", format: "esm"});
  return (await import(`data:text/javascript,${encodeURIComponent(code)}`)).LiveFeed;
}

/** As a browser's WebSocket; `onEnd` is told why it ended. */
function connect(url, onEnd) {
  const socket = new WebSocket(url);
  const seam = {onmessage: null, onclose: null, close: () => socket.terminate()};
  socket.on("message", (data) => seam.onmessage?.({data: String(data)}));
  socket.on("error", (error) => onEnd(error.message)); // What follows is "close".
  socket.on("close", (code) => {
    onEnd(`closed with ${code}`);
    seam.onclose?.();
  });
  return seam;
}

export class LiveReader {
  ids = new Set();
  events = 0;
  gaps = 0;
  /** Why its connections ended. */
  ends = [];
  #waiting = [];
  #reloading = 0;
  #stopped = false;

  constructor(LiveFeed, installation, model, random, story) {
    Object.assign(this, {installation, model, story});
    const address = `${installation.url.replace("http", "ws")}/api/v1/sites/demo/stories/${story}`;
    this.feed = new LiveFeed({
      url: (since) => `${address}/live${since === undefined ? "" : `?since=${since}`}`,
      onEvent: (event) => this.#take(event),
      onGap: () => this.#reload(),
      connect: (url) => connect(url, (why) => this.ends.push(why)),
      random: () => random.next(),
    });
    this.feed.start();
  }

  stop() {
    this.#stopped = true;
    this.feed.stop();
  }

  #take(event) {
    this.events += 1;
    if (event.comment?.author)
      this.model.seen(event.comment, -Infinity, "a live event");
    if (this.#reloading) this.#waiting.push(event);
    else this.#apply(event);
  }

  #apply({type, comment}) {
    if (type === "published") this.ids.add(comment.id);
    if (type === "removed") this.ids.delete(comment);
  }

  /** The list is fetched anew; what happens meanwhile comes on top of it. */
  async #reload() {
    this.gaps += 1;
    this.#reloading += 1;
    const turn = this.gaps;
    this.#waiting = [];
    while (!this.#stopped && turn === this.gaps)
      try {
        const all = await readAll(this.installation, this.story);
        if (turn !== this.gaps) break; // A later gap fetches it once more.
        this.ids = new Set(all.map(({id}) => id));
        break;
      } catch {
        await sleep(300);
      }
    this.#reloading -= 1;
    if (this.#reloading === 0) this.#waiting.splice(0).forEach((event) => this.#apply(event));
  }
}

export async function openLiveReaders(installation, model, random, {count, stories}) {
  const LiveFeed = await liveFeedClass();
  return Array.from({length: count}, (_, i) =>
    new LiveReader(LiveFeed, installation, model, random, stories[i % stories.length]));
}
