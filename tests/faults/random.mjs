// Chance from a seed: the same seed draws the same faults and the same comments.

/** mulberry32: small, fast, good enough to choose by. */
export class Random {
  #state;

  constructor(seed) {
    this.#state = seed >>> 0;
  }

  /** From 0 to below 1. */
  next() {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from 0 to below the limit. */
  below(limit) {
    return Math.floor(this.next() * limit);
  }

  between(least, most) {
    return least + this.next() * (most - least);
  }

  pick(list) {
    return list[this.below(list.length)];
  }

  bytes(count) {
    return Buffer.from(Array.from({length: count}, () => this.below(256)));
  }

  /** Another source that does not depend on how often this one is asked. */
  fork() {
    return new Random(Math.floor(this.next() * 4294967296));
  }
}

export function sleep(ms) {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));
}
