// What was written in this browser: enough to see it while it waits, and to prove that one
// wrote it.

import type { BrowserStorage } from "./browser-storage.ts";

export type OwnState = "submitted" | "pending" | "rejected" | "published";

export interface OwnComment {
  id: string;
  /** Proves authorship to the server. */
  token: string;
  state: OwnState;
  created_at: string;
  parent?: string;
  name: string;
  website?: string;
  /** As typed; gone once the comment is published and the server has it for everybody. */
  text?: string;
  /** Until when its author may change it, once the server has said so. */
  editable_until?: string;
}

const storageKey = "own";
const ownMax = 50;

/** The comments of one story that were written here, oldest first. */
export class OwnComments {
  readonly #storage: BrowserStorage;

  constructor(storage: BrowserStorage) {
    this.#storage = storage;
  }

  /** Read anew each time, because another tab may have written. */
  all(): OwnComment[] {
    const own = this.#storage.read<OwnComment[]>(storageKey);
    return Array.isArray(own) ? own : [];
  }

  find(id: string): OwnComment | undefined {
    return this.all().find((own) => own.id === id);
  }

  add(own: OwnComment): void {
    const others = this.all().filter(({ id }) => id !== own.id);
    this.#storage.write(storageKey, [...others, own].slice(-ownMax));
  }

  setState(id: string, state: OwnState): void {
    const own = this.find(id);
    if (!own || own.state === state) return;
    const { text, ...rest } = own;
    this.#replace(
      state === "published" || text === undefined ? { ...rest, state } : { ...rest, text, state },
    );
  }

  setEditableUntil(id: string, time: string): void {
    const own = this.find(id);
    if (own && own.editable_until !== time) this.#replace({ ...own, editable_until: time });
  }

  forget(id: string): void {
    this.#storage.write(
      storageKey,
      this.all().filter((own) => own.id !== id),
    );
  }

  #replace(changed: OwnComment): void {
    this.#storage.write(
      storageKey,
      this.all().map((own) => (own.id === changed.id ? changed : own)),
    );
  }
}
