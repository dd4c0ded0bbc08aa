// Asks for something again soon after news of it, however fast the news comes: never twice at once,
// and with a pause in between.

/** What happens together is asked for together. */
const soonMs = 60;
const pauseMs = 500;

export class Refresher {
  readonly #refresh: () => Promise<void>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isBusy = false;
  #isWanted = false;
  #endedAt = Number.NEGATIVE_INFINITY;

  /** `refresh` does not reject. */
  constructor(refresh: () => Promise<void>) {
    this.#refresh = refresh;
  }

  want(): void {
    this.#isWanted = true;
    if (this.#isBusy || this.#timer !== undefined) return;
    const pause = Math.max(soonMs, this.#endedAt + pauseMs - Date.now());
    this.#timer = setTimeout(() => void this.#run(), pause);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#isWanted = false;
  }

  async #run(): Promise<void> {
    this.#timer = undefined;
    this.#isWanted = false;
    this.#isBusy = true;
    await this.#refresh();
    this.#isBusy = false;
    this.#endedAt = Date.now();
    if (this.#isWanted) this.want();
  }
}
