import { auditChoiceOf, auditFilterOf, searchWith } from "./audit-choice.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

test("audit choice: is in the address, beside what else is there", () => {
  const choice = auditChoiceOf("?page=audit&actor=Ada+L&kind=banned&since=2026-10-01&moon=full");
  assert.deepEqual(choice, { actor: "Ada L", kind: "banned", since: "2026-10-01" });
  const search = searchWith("?page=audit&kind=edited", { actor: "Ada" });
  assert.equal(search, "?page=audit&actor=Ada");
  assert.equal(searchWith("?site=courier", {}), "");
});

test("audit choice: what is no day is passed over", () => {
  assert.deepEqual(auditChoiceOf("?since=yesterday&until=%20&site=%20"), {});
});

test("audit choice: days begin here, and the last one is included", () => {
  const filter = auditFilterOf({ site: "courier", since: "2026-10-31", until: "2026-10-31" });
  assert.deepEqual(filter, {
    site: "courier",
    since: new Date(2026, 9, 31).toISOString(),
    until: new Date(2026, 10, 1).toISOString(),
  });
});
