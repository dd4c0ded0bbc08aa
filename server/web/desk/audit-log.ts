// The events that were fetched so far, the newest first.

import type { AuditEvent, AuditFilter, AuditPage } from "../shared/audit-api.ts";

export const auditPageSize = 100;

export class AuditLog {
  readonly #fetch: (filter: AuditFilter) => Promise<AuditPage>;
  readonly #onChange: () => void;
  #filter: AuditFilter = {};
  #events: readonly AuditEvent[] | undefined;
  #next: string | null = null;
  #error: unknown;
  #asked = 0;
  #isBusy = false;

  constructor(fetch: (filter: AuditFilter) => Promise<AuditPage>, onChange: () => void) {
    this.#fetch = fetch;
    this.#onChange = onChange;
  }

  /** Undefined until the first have come. */
  get events(): readonly AuditEvent[] | undefined {
    return this.#events;
  }

  get hasMore(): boolean {
    return this.#next !== null;
  }

  get isBusy(): boolean {
    return this.#isBusy;
  }

  get error(): unknown {
    return this.#error;
  }

  /** From the newest, by another filter or the same. */
  async load(filter: AuditFilter = this.#filter): Promise<void> {
    this.#filter = filter;
    await this.#ask(filter, []);
  }

  async more(): Promise<void> {
    if (this.#isBusy || this.#next === null) return;
    await this.#ask({ ...this.#filter, cursor: this.#next }, this.#events ?? []);
  }

  /** What came before stays until the answer is there. */
  async #ask(filter: AuditFilter, before: readonly AuditEvent[]): Promise<void> {
    const asked = ++this.#asked;
    this.#isBusy = true;
    this.#error = undefined;
    this.#onChange();
    try {
      const { events, next } = await this.#fetch({ ...filter, limit: auditPageSize });
      if (asked !== this.#asked) return;
      this.#events = [...before, ...events];
      this.#next = next;
    } catch (error) {
      if (asked !== this.#asked) return;
      this.#error = error;
    }
    this.#isBusy = false;
    this.#onChange();
  }
}
