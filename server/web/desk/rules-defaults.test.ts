import { defaultOf } from "./rules-defaults.ts";

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { filterGroups } from "./filter-fields.ts";
import { reasons } from "./messages.ts";

const readme = readFileSync("../../config/README.md", "utf8");
const source = readFileSync("../../moderation/presets.cpp", "utf8");

/** The second column of the table's row. */
function documented(key: string): string | undefined {
  const row = readme.split("\n").find((line) => line.startsWith(`| \`${key}\` |`));
  return row?.split("|")[2]?.trim();
}

test("rules defaults: those of the balanced preset are the documented ones", () => {
  for (const { filter, fields } of filterGroups)
    for (const { key, kind } of fields) {
      if (kind === "texts") continue;
      const path = `filters.${filter}.${key}`;
      assert.equal(documented(path), String(defaultOf("balanced", path.split("."))), path);
    }
  for (const key of ["thresholds.hold", "thresholds.spam", "thresholds.reject"]) {
    const path = `policy.${key}`;
    assert.equal(documented(path), String(defaultOf(undefined, path.split("."))));
  }
});

test("rules defaults: so are weights, and what decides alone", () => {
  for (const reason of reasons) {
    const weight = defaultOf("balanced", ["policy", "weights", reason]) ?? 0;
    const decisive = defaultOf("balanced", ["policy", "decisive", reason]) ?? "";
    const row = readme.split("\n").find((line) => line.startsWith(`| \`${reason}\` |`));
    assert.deepEqual(row?.split("|").slice(2, 4).map((cell) => cell.trim()),
      [String(weight), decisive], reason);
  }
});

/** What a function of presets.cpp sets, as "weights[shouting] = 1". */
function settingsOf(name: string): string[] {
  const body = source.match(new RegExp(`void ${name}\\([^)]*\\)\\n{\\n([\\s\\S]*?)\\n}\\n`))?.[1];
  return (body ?? "").match(/[\w.[\]: ]+ = [^;]+;/g)?.map((line) => line.trim()) ?? [];
}

test("rules defaults: the other presets say what is said here, and nothing more", () => {
  const weight = (preset: string, reason: string) =>
    defaultOf(preset, ["policy", "weights", reason]);
  // A change of presets.cpp changes these numbers, and must be followed here.
  assert.deepEqual(
    ["relax", "tighten", "follow_wordpress"].map((name) => settingsOf(name).length),
    [5, 7, 6],
  );
  assert.deepEqual([weight("relaxed", "promotion"), weight("relaxed", "shouting")], [3, 1]);
  assert.deepEqual([weight("strict", "mild_word"), weight("strict", "flood")], [2, 5]);
  assert.equal(weight("wordpress", "flood"), undefined);
  assert.equal(defaultOf("wordpress", ["policy", "decisive", "honeypot"]), undefined);
  assert.equal(defaultOf("wordpress", ["policy", "thresholds", "spam"]), 0);
  assert.equal(defaultOf("strict", ["filters", "links", "links_max"]), 0);
  assert.equal(defaultOf("moon", ["filters", "links", "links_max"]), 2);
});
