// The comments chosen for one decision on all of them.

export class Selection {
  #ids = new Set<string>();
  /** Where a range begins. */
  #anchor: string | undefined;

  get size(): number {
    return this.#ids.size;
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  toggle(id: string): void {
    if (!this.#ids.delete(id)) this.#ids.add(id);
    this.#anchor = id;
  }

  /** All from the one chosen last to this one, both included. */
  extendTo(id: string, order: readonly string[]): void {
    const to = order.indexOf(id);
    const from = this.#anchor === undefined ? to : order.indexOf(this.#anchor);
    if (to < 0) return;
    const [first, last] = from < 0 ? [to, to] : [Math.min(from, to), Math.max(from, to)];
    for (const one of order.slice(first, last + 1)) this.#ids.add(one);
    this.#anchor = id;
  }

  add(ids: readonly string[]): void {
    for (const id of ids) this.#ids.add(id);
  }

  /** What is not there any more is not chosen either. */
  keepOnly(ids: ReadonlySet<string>): void {
    for (const id of this.#ids) if (!ids.has(id)) this.#ids.delete(id);
  }

  clear(): void {
    this.#ids.clear();
    this.#anchor = undefined;
  }
}
