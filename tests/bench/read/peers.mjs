// What the server is held against when it is read: nginx with the same bytes as files, and a bare
// Beast program that writes the very answers the server gave.

import {mkdir, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {gzipSync} from "node:zlib";

import {freePort, startPinned} from "./processes.mjs";

/** nginx as its documentation tunes it for small files. */
function nginxConfig(directory, port) {
  return `daemon off; master_process off; worker_processes 1; pid ${directory}/pid;
error_log ${directory}/error.log;
events { worker_connections 4096; }
http {
  access_log off; sendfile on; tcp_nopush on; tcp_nodelay on;
  keepalive_requests 1000000000; keepalive_timeout 75s;
  open_file_cache max=100 inactive=1h; open_file_cache_valid 1h;
  gzip_static on; default_type application/json;
  client_body_temp_path ${directory}/t1; proxy_temp_path ${directory}/t2;
  fastcgi_temp_path ${directory}/t3; uwsgi_temp_path ${directory}/t4;
  scgi_temp_path ${directory}/t5;
  server {
    listen 127.0.0.1:${port} backlog=4096;
    root ${directory}/files;
    add_header Cache-Control "public, max-age=0, must-revalidate";
    add_header X-Content-Type-Options nosniff;
  }
}
`;
}

/** Serves the page of the given body; resolves to {name, url, tag, stop}. */
export async function startNginx(directory, body) {
  const port = await freePort();
  await mkdir(join(directory, "files"), {recursive: true});
  await writeFile(join(directory, "files", "comments"), body);
  await writeFile(join(directory, "files", "comments.gz"), gzipSync(body, {level: 5}));
  await writeFile(join(directory, "nginx.conf"), nginxConfig(directory, port));
  const words = ["/usr/sbin/nginx", "-c", join(directory, "nginx.conf"), "-p", directory];
  const running = await startPinned(words, port);
  const url = `http://127.0.0.1:${port}/comments`;
  const tag = (await fetch(url, {headers: {"accept-encoding": "identity"}})).headers.get("etag");
  return {name: "nginx", url, tag, ...running};
}

/** Serves the server's own answers, given as {identity, gzip, "not-modified"}. */
export async function startCeiling(binary, directory, answers) {
  const port = await freePort();
  await mkdir(directory, {recursive: true});
  for (const [name, bytes] of Object.entries(answers))
    await writeFile(join(directory, name), bytes);
  const running = await startPinned([binary, String(port), directory], port);
  return {name: "bare Beast", url: `http://127.0.0.1:${port}/comments`, tag: '"any"', ...running};
}
