// A server with rules of its own.

import {cp, mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join, relative} from "node:path";
import {fileURLToPath} from "node:url";

import {newcomer} from "./reader.mjs";
import {Server, until} from "./server.mjs";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** With the shipped rules, changed by `change`: {server, rules (path), directory}. */
export async function startWithRules(master = "file", change = {}) {
  const directory = await mkdtemp(join(tmpdir(), "rejoinder-rules-"));
  await cp(join(root, "config"), directory, {recursive: true});
  const config = join(directory, "own.json");
  await writeFile(config, JSON.stringify({
    extends: "development.json", rules: "own-rules.json", rules_master: master,
  }));
  const rules = join(directory, "own-rules.json");
  await writeFile(rules, JSON.stringify({extends: "moderation.json", ...change}));
  const server = await Server.start({
    directory: join(directory, "data"), config: relative(root, config),
  });
  return {server, rules, directory};
}

export async function end(place) {
  await place?.server.stop();
  if (place) await rm(place.directory, {recursive: true, force: true});
}

/** Posts a comment and waits for its state; resolves to its receipt with {state, reasons?}. */
export async function judged(server, comment, story = "rules") {
  const receipt = await (await server.post(story, comment)).json();
  return until(async () => {
    const status = await server.comment(receipt.id, receipt.author_token);
    return status.state !== "submitted" && {...receipt, ...status};
  }, "it is not judged");
}

/** The same by somebody nobody has seen before. */
export function judgedOf(server, name, text) {
  return judged(server, newcomer(name, {text}));
}
