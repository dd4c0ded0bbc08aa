import { deskAddress, queryOf } from "./desk-call.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

test("desk call: a query has what is set, and is nothing when nothing is", () => {
  const values = { site: "a b", actor: "", until: undefined, limit: 0 };
  assert.equal(queryOf(values), "?site=a+b&limit=0");
  assert.equal(queryOf({ site: "" }), "");
});

test("desk call: a download has an address of its own", () => {
  assert.equal(deskAddress("/events?format=csv"), "/api/v1/desk/events?format=csv");
});
