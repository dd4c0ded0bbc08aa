// A server of two sites, demo and gazette, with an admin of both.

import {mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join, relative} from "node:path";
import {fileURLToPath} from "node:url";

import {Account} from "./account.mjs";
import {Server} from "./server.mjs";

const root = fileURLToPath(new URL("../../../", import.meta.url));

export async function startTwoSites() {
  const directory = await mkdtemp(join(tmpdir(), "rejoinder-test-"));
  const config = join(directory, "two-sites.json");
  const base = relative(directory, join(root, "config/development.json"));
  const gazette = {name: "The Gazette", origins: ["self"], moderation: "after"};
  await writeFile(config, JSON.stringify({extends: base, sites: {gazette}}));
  const server = await Server.start({directory, config: relative(root, config)});
  return {server, chief: await Account.add(server, "chief", "admin")};
}

export async function endTwoSites(server) {
  await server?.stop();
  if (server) await rm(server.directory, {recursive: true, force: true});
}
