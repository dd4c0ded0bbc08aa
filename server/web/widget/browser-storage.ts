// localStorage, where there is one: a browser may refuse it, and it may be full.

/** What the widget keeps in a browser, by story. Values are JSON. */
export class BrowserStorage {
  readonly #storage: Storage | undefined;
  readonly #prefix: string;

  /** `scope` names what the values belong to: server, site and story. */
  constructor(scope: readonly string[], storage: Storage | undefined = localStorageIfAllowed()) {
    this.#storage = storage;
    this.#prefix = `rejoinder:${scope.map(encodeURIComponent).join(":")}:`;
  }

  read<T>(key: string): T | undefined {
    try {
      const text = this.#storage?.getItem(this.#prefix + key);
      return text ? (JSON.parse(text) as T) : undefined;
    } catch {
      return undefined;
    }
  }

  /** What cannot be kept is not kept; nothing here is worth an error to the reader. */
  write(key: string, value: unknown): void {
    try {
      if (value === undefined) this.#storage?.removeItem(this.#prefix + key);
      else this.#storage?.setItem(this.#prefix + key, JSON.stringify(value));
    } catch {
      // Full, or switched off meanwhile.
    }
  }
}

function localStorageIfAllowed(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}
