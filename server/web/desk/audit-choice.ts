// Which events the audit log lists; kept in the page's address.

import type { AuditFilter } from "../shared/audit-api.ts";

/** Days are those of the calendar here, and both are included. */
export interface AuditChoice {
  site?: string;
  actor?: string;
  kind?: string;
  since?: string;
  until?: string;
}

const names = ["site", "actor", "kind", "since", "until"] as const;
const lengthMax = 200;
const day = /^\d{4}-\d\d-\d\d$/;

export function auditChoiceOf(search: string): AuditChoice {
  const query = new URLSearchParams(search);
  const choice: AuditChoice = {};
  for (const name of names) {
    const value = query.get(name)?.trim().slice(0, lengthMax);
    const isDay = name === "since" || name === "until";
    if (value && (!isDay || day.test(value))) choice[name] = value;
  }
  return choice;
}

/** Everything else in the address stays. */
export function searchWith(search: string, choice: AuditChoice): string {
  const query = new URLSearchParams(search);
  for (const name of names) {
    const value = choice[name]?.trim();
    if (value) query.set(name, value);
    else query.delete(name);
  }
  const text = String(query);
  return text && `?${text}`;
}

export function auditFilterOf({ since, until, ...others }: AuditChoice): AuditFilter {
  return {
    ...others,
    ...(since ? { since: midnight(since, 0) } : {}),
    ...(until ? { until: midnight(until, 1) } : {}),
  };
}

/** When a day begins here, or the one so many days later. */
function midnight(date: string, later: number): string {
  const [year = 0, month = 1, dayOfMonth = 1] = date.split("-").map(Number);
  return new Date(year, month - 1, dayOfMonth + later).toISOString();
}
