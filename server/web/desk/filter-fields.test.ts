import { filterGroups, hostLists, type FilterField } from "./filter-fields.ts";

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { filterMessages } from "./messages-filters.ts";

interface Schema {
  type: string;
  minimum?: number;
  maximum?: number;
  properties?: Record<string, Schema>;
}

const schema = JSON.parse(readFileSync("../../config/moderation.schema.json", "utf8")) as Schema;
const filters = Object.entries(schema.properties?.["filters"]?.properties ?? {});

const kinds: Record<string, FilterField["kind"]> = {
  ...{ integer: "whole", number: "number", boolean: "switch", array: "texts" },
};

test("filter fields: everything that the schema lets one say of a filter, and nothing else", () => {
  const known = filterGroups
    .flatMap(({ filter, fields }) => fields.map((field) => ({ filter, ...field })))
    .map(({ filter, key, kind, min, max }) => [`${filter}.${key}`, kind, min, max]);
  const said = filters
    .filter(([name]) => name !== "words")
    .flatMap(([name, { properties = {} }]) =>
      Object.entries(properties)
        .filter(([, { type }]) => type !== "string")
        .map(([key, one]) => [`${name}.${key}`, kinds[one.type], one.minimum, one.maximum]),
    );
  assert.deepEqual(known.sort(), said.sort());
});

test("filter fields: every list of hosts or names is known", () => {
  const said = filters.flatMap(([name, { properties = {} }]) =>
    Object.entries(properties)
      .filter(([, { type }]) => type === "string")
      .map(([key]) => `${name}.${key}`),
  );
  assert.deepEqual(hostLists.map(({ filter, key }) => `${filter}.${key}`).sort(), said.sort());
});

test("filter fields: each has words of its own", () => {
  const keys = filterGroups.flatMap(({ filter, fields }) => [
    `filters.${filter}`,
    ...fields.map(({ key }) => `filters.${filter}.${key}`),
  ]);
  keys.push(...hostLists.map(({ filter, key }) => `filters.${filter}.${key}`));
  assert.deepEqual(keys.filter((key) => !Object.hasOwn(filterMessages, key)), []);
});
