// Events as the audit log shows them: what was done at once is one row, and days have headings.

import type { AuditEvent } from "../shared/audit-api.ts";

export interface AuditRow {
  /** At least one; all of one kind, decided alike. */
  events: readonly [AuditEvent, ...AuditEvent[]];
}

export interface AuditDay {
  /** Midnight here. */
  date: Date;
  rows: AuditRow[];
}

/** `events` are the newest first, and stay so. */
export function auditDays(events: readonly AuditEvent[]): AuditDay[] {
  const days: AuditDay[] = [];
  let day: AuditDay | undefined;
  let previous: AuditEvent | undefined;
  for (const event of events) {
    const at = new Date(event.at);
    const date = new Date(at.getFullYear(), at.getMonth(), at.getDate());
    if (day?.date.getTime() !== date.getTime()) {
      day = { date, rows: [] };
      days.push(day);
      previous = undefined;
    }
    const last = day.rows[day.rows.length - 1];
    if (last && previous && isTogether(previous, event))
      last.events = [...last.events, event] as AuditRow["events"];
    else day.rows.push({ events: [event] });
    previous = event;
  }
  return days;
}

function isTogether(a: AuditEvent, b: AuditEvent): boolean {
  return a.batch !== undefined && a.batch === b.batch && a.kind === b.kind && a.to === b.to;
}

const undoDays = 30;

/** What takes a row back, as long as the server does it. */
export function undoOf({ events: [event] }: AuditRow, now: number): string | undefined {
  const isRecent = now - Date.parse(event.at) < undoDays * 24 * 3_600_000;
  const isUndoable = event.kind === "decided" || event.kind === "edited";
  return isRecent && isUndoable ? event.batch : undefined;
}
