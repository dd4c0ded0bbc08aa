// What was done at the desk, and by whom.

import { deskAddress, queryOf, type DeskCall } from "./desk-call.ts";

export interface AuditEvent {
  id: string;
  kind: string;
  at: string;
  /** A moderator's name, or "filters". */
  by: string;
  site?: string;
  story?: string;
  comment?: string;
  /** The pseudonym. */
  author?: string;
  from?: string;
  to?: string;
  state?: string;
  reason?: string;
  /** The same for all that was decided at once; takes it back, too. */
  batch?: string;
}

export interface AuditFilter {
  site?: string;
  actor?: string;
  /** Several are parted by commas. Without one, all but what the filters decided. */
  kind?: string;
  /** RFC 3339; `until` is not included. */
  since?: string;
  until?: string;
  cursor?: string;
  limit?: number;
}

export interface AuditPage {
  events: AuditEvent[];
  next: string | null;
}

export class AuditApi {
  readonly #call: DeskCall;

  constructor(call: DeskCall) {
    this.#call = call;
  }

  events(filter: AuditFilter): Promise<AuditPage> {
    return this.#call("GET", `/events${queryOf({ ...filter })}`);
  }
}

export function eventsDownload(filter: AuditFilter): string {
  return deskAddress(`/events${queryOf({ ...filter, format: "csv" })}`);
}
