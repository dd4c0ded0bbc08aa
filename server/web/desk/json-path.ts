// Values in JSON by their place. Nothing is changed in place: what one holds stays as it was.

import type { Json, JsonObject } from "../shared/rules-types.ts";

export type Path = readonly (string | number)[];

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function valueAt(tree: Json | undefined, path: Path): Json | undefined {
  let value = tree;
  for (const step of path) {
    if (Array.isArray(value)) value = value[Number(step)];
    else if (isObject(value)) value = Object.hasOwn(value, step) ? value[step] : undefined;
    else return undefined;
  }
  return value;
}

/** With `undefined` it is taken away, and so is every object that is empty by that. */
export function withValueAt(tree: JsonObject, path: Path, value: Json | undefined): JsonObject {
  return (changed(tree, path, value) ?? {}) as JsonObject;
}

function changed(tree: Json | undefined, path: Path, value: Json | undefined): Json | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  const inner = changed(valueAt(tree, [step]), rest, value);
  if (Array.isArray(tree)) {
    const items = [...tree];
    items.splice(Number(step), 1, ...(inner === undefined ? [] : [inner]));
    return items;
  }
  const { [step]: _, ...others } = isObject(tree) ? tree : {};
  if (inner === undefined) return Object.keys(others).length > 0 ? others : undefined;
  // A key that is there keeps its place.
  return isObject(tree) && Object.hasOwn(tree, step)
    ? { ...tree, [step]: inner }
    : { ...others, [step]: inner };
}

/** The same for values that say the same, in whatever order. */
export function canonical(value: Json): string {
  return JSON.stringify(value, (_, inner: Json) =>
    isObject(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
