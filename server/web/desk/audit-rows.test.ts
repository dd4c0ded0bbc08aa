import { auditDays, undoOf } from "./audit-rows.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

import type { AuditEvent } from "../shared/audit-api.ts";

const event = (id: string, at: Date, extra: Partial<AuditEvent> = {}): AuditEvent => ({
  ...{ id, kind: "decided", by: "Ada", at: at.toISOString() },
  ...extra,
});

const morning = new Date(2026, 9, 12, 9);

test("audit rows: what was decided at once is one row, and days are parted", () => {
  const spam = { batch: "b1", to: "spam" };
  const days = auditDays([
    event("4", morning, spam),
    event("3", morning, spam),
    event("2", morning, { batch: "b1", to: "published" }),
    event("1", new Date(2026, 9, 11, 23, 59)),
    event("0", new Date(2026, 9, 11, 23, 58)),
  ]);
  const ids = days.map(({ rows }) => rows.map(({ events }) => events.map(({ id }) => id)));
  assert.deepEqual(ids, [[["4", "3"], ["2"]], [["1"], ["0"]]]);
  assert.deepEqual(days[1]?.date, new Date(2026, 9, 11));
});

test("audit rows: decisions can be taken back for thirty days", () => {
  const now = morning.getTime();
  const day = 24 * 3_600_000;
  const decided = event("1", morning, { batch: "b1" });
  assert.equal(undoOf({ events: [decided] }, now), "b1");
  assert.equal(undoOf({ events: [decided] }, now + 31 * day), undefined);
  const banned = event("1", morning, { batch: "b1", kind: "banned" });
  assert.equal(undoOf({ events: [banned] }, now), undefined);
});
