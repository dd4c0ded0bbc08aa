// Whether there is little room: a table has to be a list then, for readers of screens, too.

const query = "(max-width: 44rem)";

export class Narrow {
  readonly #match: MediaQueryList | undefined = globalThis.matchMedia?.(query);
  readonly #onChange: () => void;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  get isNarrow(): boolean {
    return this.#match?.matches ?? false;
  }

  begin(): void {
    this.#match?.addEventListener("change", this.#onChange);
  }

  end(): void {
    this.#match?.removeEventListener("change", this.#onChange);
  }
}
