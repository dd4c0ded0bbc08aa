import { AuditLog, auditPageSize } from "./audit-log.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

import type { AuditFilter, AuditPage } from "../shared/audit-api.ts";

const event = (id: string) => ({ id, kind: "banned", at: "2026-10-12T09:00:00Z", by: "Ada" });

function setUp(answer: (filter: AuditFilter) => Promise<AuditPage>) {
  const asked: AuditFilter[] = [];
  const log = new AuditLog(
    (filter) => {
      asked.push(filter);
      return answer(filter);
    },
    () => {},
  );
  return { log, asked, ids: () => log.events?.map(({ id }) => id) };
}

test("audit log: goes on where it ended, by the same filter", async () => {
  const { log, asked, ids } = setUp(async ({ cursor }) =>
    cursor ? { events: [event("1")], next: null } : { events: [event("2")], next: "n" },
  );
  await log.load({ actor: "Ada" });
  assert(log.hasMore);
  await log.more();
  await log.more();
  assert.deepEqual(ids(), ["2", "1"]);
  assert.deepEqual(asked, [
    { actor: "Ada", limit: auditPageSize },
    { actor: "Ada", cursor: "n", limit: auditPageSize },
  ]);
});

test("audit log: an answer to an earlier question is too late", async () => {
  const answers: ((page: AuditPage) => void)[] = [];
  const { log, ids } = setUp(() => new Promise((done) => answers.push(done)));
  const first = log.load({ actor: "Ada" });
  const second = log.load({ actor: "Mira" });
  answers[1]?.({ events: [event("mira")], next: null });
  answers[0]?.({ events: [event("ada")], next: null });
  await Promise.all([first, second]);
  assert.deepEqual(ids(), ["mira"]);
  assert(!log.isBusy);
});

test("audit log: what was there stays when the next part fails", async () => {
  const { log, ids } = setUp(async ({ cursor }) => {
    if (cursor) throw new Error("gone");
    return { events: [event("2")], next: "n" };
  });
  await log.load();
  await log.more();
  assert.deepEqual(ids(), ["2"]);
  assert(log.error);
});
