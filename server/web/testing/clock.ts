// Time that passes only when a test says so.

interface Timer {
  id: number;
  at: number;
  every: number | undefined;
  run: () => void;
}

/** Stands in for setTimeout, setInterval and Date.now from `install` to `uninstall`. */
export class Clock {
  #now = Date.parse("2026-10-12T09:00:00Z");
  #timers = new Map<number, Timer>();
  #lastId = 0;
  readonly #real = {
    setTimeout: globalThis.setTimeout,
    clearTimeout: globalThis.clearTimeout,
    setInterval: globalThis.setInterval,
    clearInterval: globalThis.clearInterval,
    now: Date.now,
  };

  install(): this {
    const add = (run: () => void, ms = 0, every?: number) => {
      const id = ++this.#lastId;
      this.#timers.set(id, { id, at: this.#now + ms, every, run });
      return id;
    };
    const remove = (id: number) => this.#timers.delete(id);
    Object.assign(globalThis, {
      setTimeout: (run: () => void, ms?: number) => add(run, ms),
      clearTimeout: remove,
      setInterval: (run: () => void, ms = 0) => add(run, ms, ms),
      clearInterval: remove,
    });
    Date.now = () => this.#now;
    return this;
  }

  uninstall(): void {
    const { now, ...timers } = this.#real;
    Object.assign(globalThis, timers);
    Date.now = now;
  }

  get now(): number {
    return this.#now;
  }

  /** How many timers are set. */
  get pending(): number {
    return this.#timers.size;
  }

  /** Runs what is due on the way, in order, and lets promises settle in between. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms;
    await this.settle();
    for (let timer = this.#nextUntil(end); timer; timer = this.#nextUntil(end)) {
      this.#now = Math.max(this.#now, timer.at);
      if (timer.every === undefined) this.#timers.delete(timer.id);
      else timer.at += Math.max(1, timer.every);
      timer.run();
      await this.settle();
    }
    this.#now = end;
  }

  /** Lets everything run that waits for no timer. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 20; ++turn) await new Promise((done) => setImmediate(done));
  }

  #nextUntil(end: number): Timer | undefined {
    return [...this.#timers.values()]
      .filter(({ at }) => at <= end)
      .sort((a, b) => a.at - b.at || a.id - b.id)[0];
  }
}
