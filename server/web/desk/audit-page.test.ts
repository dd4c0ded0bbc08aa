import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import type { AuditEvent } from "../shared/audit-api.ts";
import { problem } from "../testing/fake-server.ts";
import { sampleDeskComment } from "../testing/sample-desk.ts";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

const api = "/api/v1/desk";

const event = (id: string, extra: Partial<AuditEvent> = {}): AuditEvent => ({
  ...{ id, kind: "decided", by: "Mira", at: "2026-10-12T08:00:00Z", site: "courier" },
  ...{ comment: `c${id}`, author: `p${id}`, to: "spam", batch: "b1" },
  ...extra,
});

const banned: Partial<AuditEvent> = { kind: "banned", batch: "b2", reason: "rude" };

function happened(...events: AuditEvent[]): void {
  page.server.on(`GET ${api}/events`, { body: { events, next: null } });
}

test("audit page: events by day, what was decided together as one", async () => {
  happened(event("3"), event("2"), event("1", banned));
  await page.visit("audit");
  assert.equal(page.textOf("h2"), "Audit log");
  assert.equal(page.textOf(".page-tools [role=status]"), "3 entries");
  assert.match(page.textOf(".day"), /October 12, 2026/);
  const rows = page.texts("tr[data-kind]");
  assert.match(rows[0] ?? "", /Mira Marked as spam: 2 decisions together .* Undo all 2/);
  assert.match(rows[1] ?? "", /Mira Author banned rude courier Comment Author$/);
  assert.equal(page.find("[download]").getAttribute("href"), `${api}/events?format=csv`);
});

test("audit page: what was decided together is taken back, and the list is fresh", async () => {
  happened(event("2"), event("1"));
  page.takesBack([sampleDeskComment("a"), sampleDeskComment("b")]);
  await page.visit("audit");
  await page.press("[data-undo]");
  assert.deepEqual(page.undos, ["b1"]);
  assert.match(page.textOf(".notices"), /2 comments are as they were\./);
  assert.equal(page.server.asked(`GET ${api}/events`).length, 2);
  page.server.on(`POST ${api}/undo`, problem(404, "undo_not_found"));
  await page.press("[data-undo]");
  assert.match(page.textOf(".notices[role=alert]"), /cannot be taken back any more/);
});

test("audit page: a viewer takes nothing back", async () => {
  happened(event("1"));
  await page.visit("audit", { role: "viewer" });
  assert.equal(page.count("[data-undo]"), 0);
  assert.equal(page.count("[data-comment]"), 1);
});

test("audit page: filters are in the address, and a link to the page leads back", async () => {
  happened();
  await page.visit("audit");
  assert.equal(page.textOf(".office > .empty"), "Nothing has happened here.");
  await page.choose("[data-filter=kind]", "banned");
  assert.equal(location.search, "?page=audit&kind=banned");
  const query = () => String(page.server.asked(`GET ${api}/events`).pop()?.query);
  assert.equal(query(), "kind=banned&limit=100");
  await page.press(".pages [aria-current=page]");
  assert.equal(location.search, "?page=audit");
  assert.equal(query(), "limit=100");
});

test("audit page: the way to an author's comments", async () => {
  happened(event("1"));
  await page.visit("audit");
  await page.press("[data-author]");
  assert.equal(location.search, "?state=all&author=p1");
  const asked = page.server.asked(`GET ${api}/comments`).pop()?.query;
  assert.equal(asked?.get("author"), "p1");
});

test("audit page: more is loaded; what fails is asked again", async () => {
  page.server.on(`GET ${api}/events`, ({ query }) =>
    query.has("cursor")
      ? problem(503, "temporarily_unavailable")
      : { body: { events: [event("1", banned)], next: "n" } },
  );
  await page.visit("audit");
  await page.press("[data-more]");
  assert.match(page.textOf(".office [role=alert]"), /cannot do this at the moment/);
  happened(event("2", banned));
  await page.press("[data-retry]");
  assert.equal(page.count("tr[data-kind]"), 1);
  assert.equal(page.count("[data-more]"), 0);
});
