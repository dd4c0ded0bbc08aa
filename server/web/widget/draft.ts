// The comment one is writing, kept in the browser until it is sent. Never the e-mail address.

import type { BrowserStorage } from "./browser-storage.ts";

export interface Draft {
  name: string;
  website: string;
  text: string;
  /** The key under which exactly this has been sent, perhaps without an answer. */
  key?: string;
}

interface SavedDraft extends Draft {
  saved_at: number;
}

const storageKey = "drafts";
const draftsMax = 10;
const keptForMs = 30 * 24 * 60 * 60 * 1000;

/** One draft for the article and one for each comment replied to. */
export class Drafts {
  readonly #storage: BrowserStorage;
  readonly #now: () => number;

  constructor(storage: BrowserStorage, now: () => number = Date.now) {
    this.#storage = storage;
    this.#now = now;
  }

  find(parent: string | undefined): Draft | undefined {
    const saved = this.#read()[parent ?? ""];
    if (!saved) return undefined;
    const { name, website, text, key } = saved;
    return { name, website, text, ...(key ? { key } : {}) };
  }

  /** A draft without a text is none. */
  save(parent: string | undefined, { name, website, text, key }: Draft): void {
    if (!text.trim()) return this.forget(parent);
    // Named one by one, so that nothing else that a caller's object has is ever written.
    const draft: SavedDraft = { name, website, text, saved_at: this.#now() };
    if (key) draft.key = key;
    this.#write({ ...this.#read(), [parent ?? ""]: draft });
  }

  forget(parent: string | undefined): void {
    const drafts = this.#read();
    delete drafts[parent ?? ""];
    this.#write(drafts);
  }

  #read(): Record<string, SavedDraft> {
    const drafts = this.#storage.read<Record<string, SavedDraft>>(storageKey) ?? {};
    const oldest = this.#now() - keptForMs;
    return Object.fromEntries(
      Object.entries(drafts).filter(([, draft]) => draft.saved_at >= oldest),
    );
  }

  #write(drafts: Record<string, SavedDraft>): void {
    const kept = Object.entries(drafts)
      .sort(([, a], [, b]) => b.saved_at - a.saved_at)
      .slice(0, draftsMax);
    this.#storage.write(storageKey, kept.length ? Object.fromEntries(kept) : undefined);
  }
}
