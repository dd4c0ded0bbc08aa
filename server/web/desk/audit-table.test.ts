import "../testing/browser.ts";

import { auditList, auditTable, type AuditView } from "./audit-table.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

import { render } from "lit";

import { auditDays } from "./audit-rows.ts";
import { translatorFor } from "./messages.ts";

const at = new Date().toISOString();
const event = { id: "1", kind: "decided", by: "filters", to: "published", at, batch: "b1" };
const days = auditDays([{ ...event, site: "courier", story: "ferry", comment: "c", author: "p" }]);

function show(list: typeof auditTable, heard: string[] = []): HTMLElement {
  const view: AuditView = {
    translator: translatorFor("en"),
    mayDecide: true,
    onComment: (id) => heard.push(id),
    onUndo: (row, batch) => heard.push(`${batch} ${row.events.length}`),
  };
  const place = document.createElement("div");
  render(list(days, view), place);
  return place;
}

test("audit table: has headings for columns and days", () => {
  const place = show(auditTable);
  const columns = [...place.querySelectorAll("thead th")].map(({ textContent }) => textContent);
  assert.deepEqual(columns, ["Time", "By whom", "What", "Where", "More"]);
  assert.equal(place.querySelector(".day")?.getAttribute("scope"), "rowgroup");
});

test("audit table: as a list it says and does the same", () => {
  for (const list of [auditTable, auditList]) {
    const heard: string[] = [];
    const place = show(list, heard);
    assert.match(place.textContent ?? "", /The filters\s+.*Approved/s);
    assert.match(place.textContent ?? "", /courier \/ ferry/);
    place.querySelector<HTMLElement>("[data-comment]")?.click();
    place.querySelector<HTMLElement>("[data-undo]")?.click();
    assert.deepEqual(heard, ["c", "b1 1"]);
    const link = place.querySelector("[data-author]");
    assert.equal(link?.getAttribute("href"), "/desk/?state=all&author=p");
    assert.match(link?.getAttribute("aria-label") ?? "", /^Comments by this author: Approved, /);
  }
});
