import { RulesDesk } from "../testing/rules-desk.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

let page: RulesDesk;
beforeEach(() => (page = new RulesDesk()));
afterEach(() => page.close());


test("version select: what a version is called, and which is in force", async () => {
  await page.show("edit");
  assert.deepEqual(page.texts("[name=open] option"), [
    "aaaaaaaaaaaa – now – 23 hours ago (in force)",
    "bbbbbbbbbbbb – before – 23 hours ago",
  ]);
});
