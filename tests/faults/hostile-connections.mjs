// Connections that say nonsense, or begin to speak and never end.

import {connect} from "node:net";

import {sleep} from "./random.mjs";

const beginnings = [
  "", "GET / HTTP/1.1\r\n", "POST /api/v1/sites/demo/stories/a/comments HTTP/1.1\r\n",
  "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "\u0016\u0003\u0001\u0002\u0000",
  "*3\r\n$3\r\nSET\r\n$99999999\r\n",
  "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n",
  "GET /api/v1/sites/demo/stories/a/live HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\n" +
    "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n" +
    "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n",
];
const unfinished = [
  "POST /api/v1/sites/demo/stories/a/comments HTTP/1.1\r\nHost: a\r\n" +
    "Content-Type: application/json\r\nContent-Length: 5000\r\n\r\n{\"name\":",
  "GET /api/v1/sites/demo/stories/harbour/comments HTTP/1.1\r\nHost: a\r\nX-Slow: ",
  beginnings.at(-1), // A live reader who never takes what comes.
];

function open(target) {
  const socket = connect(target);
  socket.on("error", () => {});
  return socket;
}

function targetsOf(installation) {
  const at = (url) => ({host: "127.0.0.1", port: Number(new URL(url).port)});
  const targets = [at(installation.url), at(installation.opsUrl)];
  return installation.redis ? [...targets, {path: installation.redisSocket}] : targets;
}

/** Random bytes, some behind a beginning that makes sense, on every port. */
export async function sendGarbage(installation, random) {
  const sockets = targetsOf(installation).flatMap((target) =>
    Array.from({length: 8}, () => {
      const socket = open(target);
      socket.resume();
      socket.write(random.pick(beginnings), "latin1");
      socket.write(random.bytes(random.below(20_000)));
      return socket;
    }));
  await sleep(300);
  sockets.forEach((socket) => socket.destroy());
}

/** Many connections that stop in the middle, are kept for some seconds and then reset. */
export async function holdHalfOpen(installation, random, seconds) {
  const [readers] = targetsOf(installation);
  const sockets = Array.from({length: 150}, () => {
    const socket = open(readers);
    socket.pause();
    socket.write(random.pick(unfinished), "latin1");
    return socket;
  });
  await sleep(seconds * 1_000);
  sockets.forEach((socket) => socket.resetAndDestroy());
}
