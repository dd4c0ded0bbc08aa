import { commandTable, type Hands } from "./command-table.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

import { keys, type Command } from "./hotkeys.ts";

test("command table: every key's command is done by one hand", () => {
  const done: string[] = [];
  const hands = new Proxy({} as Hands, {
    get: (_, hand) => (what: unknown) => done.push(`${String(hand)} ${what ?? ""}`.trim()),
  });
  const commands: Command[] = [...Object.values(keys), "select_range", "reject_reason"];
  for (const command of commands) commandTable[command](hands);
  assert.equal(done.length, commands.length);
  assert.equal(new Set(done).size, done.length);
  assert(done.includes("move -1") && done.includes("choose true") && done.includes("tab 4"));
});
