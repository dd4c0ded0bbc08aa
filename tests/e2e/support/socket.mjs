// A WebSocket as a reader's page has it; Node has none of its own before version 22.
import {createRequire} from "node:module";

const require = createRequire(new URL("../../../server/web/package.json", import.meta.url));
const WebSocket = require("ws");

/** Resolves once connected. `url` may begin with http. */
export async function openSocket(url, headers = {}) {
  const socket = new WebSocket(url.replace(/^http/, "ws"), {headers});
  const messages = [];
  const waiting = new Set();
  socket.on("message", (data) => {
    messages.push(JSON.parse(String(data)));
    for (const look of [...waiting]) look();
  });
  const over = new Promise((resolve) => socket.once("close", (code) => resolve({code})));
  await new Promise((resolve, reject) => {
    socket.once("open", resolve);
    socket.once("error", reject);
  });
  socket.on("error", () => {});
  return {
    messages,
    /** The first message, of those that have come and those to come, for which the test holds. */
    message: (fits) => new Promise((resolve) => {
      const look = () => {
        const found = messages.find(fits);
        if (found === undefined) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
    }),
    closed: () => over,
    close: () => socket.close(),
  };
}
