import { roles, scopes } from "./account-types.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

test("account types: roles from the least to the most, and the scopes of tokens", () => {
  assert.deepEqual(roles, ["viewer", "moderator", "admin"]);
  assert.deepEqual(scopes, ["read", "decide", "rules", "authors"]);
});
