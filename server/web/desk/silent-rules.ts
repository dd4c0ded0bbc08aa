// What a rule set only tries: recorded, without a say.

import type { Json, JsonObject, Rules } from "../shared/rules-types.ts";
import { isObject, valueAt, withValueAt } from "./json-path.ts";

export interface SilentRules {
  reasons: string[];
  /** Files of lists. */
  lists: string[];
  overrides: { name: string; reason: string }[];
}

export function silentIn({ rules }: Pick<Rules, "rules">): SilentRules {
  return {
    reasons: trueKeys(valueAt(rules, ["policy", "silent"])),
    lists: listsOf(rules)
      .filter((list) => valueAt(list, ["silent"]) === true)
      .map((list) => String(valueAt(list, ["file"]) ?? "")),
    overrides: overridesOf(rules).flatMap((override, index) => {
      const name = String(valueAt(override, ["name"]) ?? index + 1);
      return trueKeys(valueAt(override, ["silent"])).map((reason) => ({ name, reason }));
    }),
  };
}

/** The same rules, with a say for everything. */
export function withSay(rules: JsonObject): JsonObject {
  let changed = withValueAt(rules, ["policy", "silent"], undefined);
  for (const [index] of listsOf(changed).entries())
    changed = withValueAt(changed, ["filters", "words", "lists", index, "silent"], undefined);
  for (const [index] of overridesOf(changed).entries())
    changed = withValueAt(changed, ["policy", "overrides", index, "silent"], undefined);
  return changed;
}

export function listsOf(rules: JsonObject): Json[] {
  const lists = valueAt(rules, ["filters", "words", "lists"]);
  return Array.isArray(lists) ? lists : [];
}

export function overridesOf(rules: JsonObject): Json[] {
  const overrides = valueAt(rules, ["policy", "overrides"]);
  return Array.isArray(overrides) ? overrides : [];
}

function trueKeys(table: Json | undefined): string[] {
  if (!isObject(table)) return [];
  return Object.keys(table).filter((key) => table[key] === true);
}
