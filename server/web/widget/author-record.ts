// Who wrote here before is recognised by the token of an earlier comment, and never by an address.

import type { Receipt } from "../shared/types.ts";
import type { BrowserStorage } from "./browser-storage.ts";

export interface AuthorProof {
  author_of: string;
  author_token: string;
}

const storageKey = "author";

/** The last comment that was written in this browser on a site, in whatever story. */
export class AuthorRecord {
  readonly #storage: BrowserStorage;

  /** The storage is that of the site. */
  constructor(storage: BrowserStorage) {
    this.#storage = storage;
  }

  proof(): AuthorProof | undefined {
    const kept = this.#storage.read<Partial<AuthorProof>>(storageKey);
    return typeof kept?.author_of === "string" && typeof kept.author_token === "string"
      ? { author_of: kept.author_of, author_token: kept.author_token }
      : undefined;
  }

  keep({ id, author_token }: Receipt): void {
    this.#storage.write(storageKey, { author_of: id, author_token });
  }
}
