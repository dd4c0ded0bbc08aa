// verify-privacy finds nothing on a site that keeps its promise, and each of its detectors finds
// what is planted for it: in files, in Redis, and in every kind of answer of a server that leaks.

import assert from "node:assert/strict";
import {createHash} from "node:crypto";
import {execFile} from "node:child_process";
import {mkdir, rm, writeFile} from "node:fs/promises";
import {createServer} from "node:http";
import {connect} from "node:net";
import {createRequire} from "node:module";
import {join} from "node:path";
import {after, before, test} from "node:test";
import {promisify} from "node:util";

import {Server, until} from "./support/server.mjs";

const require = createRequire(new URL("../../server/web/package.json", import.meta.url));
const {WebSocketServer} = require("ws");
const run = promisify(execFile);
const email = "Nora.Needle@haystack.example";
const address = email.toLowerCase();
const made_up = "nobody.at.all@verify-privacy.example";
const story = "needle";

let server;
let id;
before(async () => {
  server = await Server.start();
  const answer = await server.post(story, {name: "Nora", email, text: "Where am I?"});
  ({id} = await answer.json());
  await until(async () => (await fetch(`${server.url}/api/v1/comments/${id}`)).ok, "not stored");
});
after(() => server?.discard());

async function verify(words = []) {
  const found = await server.command(["verify-privacy", ...words]).catch((error) => error);
  assert.doesNotMatch(found.stdout + found.stderr, /needle@|%40/i, "the report is no leak");
  return found;
}

async function assertFound(place, form, words = []) {
  const {code, stdout} = await verify(words);
  assert.equal(code, 1, `${form} in ${place} is not found:\n${stdout}`);
  assert.match(stdout, new RegExp(`LEAK  .*${place}.*: address no\\. \\d+ as ${form} at byte`));
}

const digest = (name, encoding) => createHash(name).update(address).digest(encoding);
const everyForm = {
  plain: `mail to ${email} failed`,
  "percent-encoded": "GET /?email=nora.needle%2540haystack.example",
  "JSON escape": "nora.needle\\u0040haystack.example",
  "HTML escape": "nora.needle&#64;haystack.example",
  "quoted-printable": "To: nora.needle=40haystack.example",
  base64: Buffer.from(`x:${email}`).toString("base64"),
  hex: Buffer.from(address).toString("hex"),
  "UTF-16": Buffer.from(email, "utf16le"),
  "MD5, hex": digest("md5", "hex").toUpperCase(),
  "MD5, base64": digest("md5", "base64"),
  "SHA-1, hex": digest("sha1", "hex"),
  "SHA-1, base64": digest("sha1", "base64url"),
  "SHA-256, hex": digest("sha256", "hex"),
  "SHA-256, base64": digest("sha256", "base64"),
};

test("a site that keeps its promise has no address anywhere", async () => {
  const {code, stdout} = await verify(
    ["--server", server.url, "--ops-server", server.opsUrl]);
  assert.equal(code, undefined, stdout);
  for (const place of ["record", "data directory", "Redis", "public answers",
    "live feeds", "refusals", "operations"])
    assert.match(stdout, new RegExp(`^${place}: [1-9]\\d* \\w+, .* nothing found$`, "m"));
});

for (const [form, bytes] of Object.entries(everyForm))
  test(`a log with the address as ${form} is found`, async () => {
    const log = join(server.directory, "some.log");
    await writeFile(log, Buffer.concat([Buffer.from("first line\n"), Buffer.from(bytes)]));
    await assertFound("some\\.log", form);
    await rm(log);
  });

test("a file elsewhere that is named is searched", async () => {
  const directory = join(server.directory, "..", `needle-${process.pid}`);
  await mkdir(directory);
  await writeFile(join(directory, "other.log"), everyForm.plain);
  await assertFound("other\\.log", "plain", ["--also", directory]);
  await rm(directory, {recursive: true});
});

/** Python's SQLite as another program that writes to the record. */
function sql(script) {
  return run("python3", ["-c", `
import sqlite3, sys
record = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=30)
${script}
`, join(server.directory, "rejoinder.db")]);
}

test("in the database it is found in free pages and in what is written ahead", async () => {
  const planted = `record.executemany("INSERT INTO planted VALUES (?)",
    [("${address} " + "x" * 3000,)] * 50)`;
  await sql(`record.execute("CREATE TABLE planted (text TEXT)")\n${planted}`);
  await assertFound("rejoinder\\.db-wal", "plain");
  await sql(`record.execute("PRAGMA wal_checkpoint(TRUNCATE)")
record.execute("PRAGMA secure_delete = OFF")
record.execute("DROP TABLE planted")
record.execute("PRAGMA wal_checkpoint(TRUNCATE)")`);
  await assertFound("rejoinder\\.db", "plain");
  await sql(`record.execute("PRAGMA secure_delete = ON")\nrecord.execute("VACUUM")
record.execute("INSERT INTO comment_text (comment_text) VALUES ('rebuild')")
record.execute("PRAGMA wal_checkpoint(TRUNCATE)")`);
  assert.equal((await verify()).code, undefined, "nothing is left");
});

function redis(...words) {
  const socket = connect(join(server.directory, "redis", "redis.sock"));
  const bulk = words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join("");
  socket.write(`*${words.length}\r\n${bulk}`);
  return new Promise((resolve, reject) => {
    socket.once("error", reject);
    socket.once("data", (data) => resolve(socket.destroy() && String(data)));
  });
}

test("in Redis it is found in a key, a value and in the append-only file", async () => {
  await redis("SET", `rj:${address}`, "1");
  await assertFound("Redis key", "plain");
  await redis("DEL", `rj:${address}`);
  await assertFound("appendonlydir", "plain");
  await redis("XADD", "rj:planted", "*", "field", digest("md5", "hex"));
  await assertFound("Redis key rj:planted", "MD5, hex");
  await redis("DEL", "rj:planted");
  await redis("BGREWRITEAOF");
  await until(async () => (await verify()).code === undefined, "something is left");
});

/** The server, but for one of its answers, which repeats or betrays an address. */
async function leaking(leaks, feedLeaks = () => false) {
  const proxy = createServer(async (request, answer) => {
    const parts = [];
    for await (const part of request) parts.push(part);
    const body = Buffer.concat(parts);
    const original = await fetch(server.url + request.url, {
      method: request.method,
      headers: {"content-type": request.headers["content-type"] ?? "text/plain"},
      body: body.length > 0 ? body : undefined,
    });
    const text = await original.text();
    const leak = leaks(request, original.status, String(body));
    answer.writeHead(original.status, {"content-type": "application/json",
      ...(leak?.header && {"x-leak": leak.header})});
    answer.end(request.method === "HEAD" ? "" : text + (leak?.text ?? ""));
  });
  const sockets = new WebSocketServer({noServer: true});
  proxy.on("upgrade", (request, socket, head) => {
    if (request.url.includes("/desk/") && !feedLeaks(request)) {
      socket.end("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n");
      return;
    }
    sockets.handleUpgrade(request, socket, head, (feed) => {
      feed.send('{"type":"hello","id":"1"}');
      if (feedLeaks(request)) feed.send(JSON.stringify({type: "published", by: address}));
    });
  });
  await new Promise((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  const close = () => (proxy.closeAllConnections(), proxy.close());
  return {url: `http://127.0.0.1:${proxy.address().port}`, close};
}

const places = {
  "answer to GET /api/v1/sites/demo/stories/needle/comments": (url) =>
    url === "/api/v1/sites/demo/stories/needle/comments",
  "answer to GET /api/v1/sites/demo/stories/needle/comments\\?sort=top": (url) =>
    url.endsWith("sort=top"),
  "answer to GET /api/v1/sites/demo/stories/needle": (url) => url.endsWith("stories/needle"),
  "answer to GET /api/v1/sites/demo/counts": (url) => url.includes("/counts?story=needle"),
  "answer to GET /api/v1/comments/": (url) => url.endsWith(`/comments/${id}`),
  "answer to GET /api/v1/sites/demo/stories/needle/feed\\.atom": (url) =>
    url.endsWith("needle/feed.atom"),
  "answer to GET /api/v1/sites/demo/stories/needle/embed\\.html": (url) =>
    url.endsWith("embed.html"),
  "answer to GET /openapi\\.json": (url) => url === "/openapi.json",
};
for (const [place, fits] of Object.entries(places))
  test(`a server that leaks is found out: ${place}`, async () => {
    // In a header field: what follows a body would not be JSON any more.
    const at = await leaking((request) => fits(request.url) && {header: digest("md5", "hex")});
    await assertFound(place, "MD5, hex", ["--server", at.url]);
    at.close();
  });

test("a refusal that repeats what it was asked is found out", async () => {
  for (const [method, path] of [["POST", /stories\/.*\/comments$/], ["GET", /^\/api\/v1\/comments/],
    ["GET", /^\/api\/v1\/desk\/comments/], ["DELETE", /^\/api\/v1\/desk\/bans/]]) {
    const at = await leaking((request, status, body) => status >= 400 &&
      request.method === method && path.test(request.url) &&
      {text: body.includes(made_up) ? body : decodeURIComponent(request.url)});
    await assertFound(`refusal of ${method}`, "plain", ["--server", at.url]);
    at.close();
  }
});

test("a live feed that leaks is found out", async () => {
  const at = await leaking(() => undefined, ({url}) => url.includes("stories/needle/live"));
  await assertFound("feed .*needle/live", "plain", ["--server", at.url]);
  at.close();
});

test("a desk that opens without a session is a failure of its own", async () => {
  const at = await leaking(() => undefined, ({url}) => url.includes("/desk/"));
  const found = await verify(["--server", at.url]);
  assert.equal(found.code, 1);
  assert.match(found.stderr, /desk's feed opens without a session/);
  at.close();
});
