// Tells others which comment one has open: not each that is passed by, and while one stays.

import type { Claim } from "../shared/desk-types.ts";

export interface OwnClaimSettings {
  claim: (id: string) => Promise<Claim>;
  release: (id: string) => Promise<void>;
  /** Nobody looks at a page that is not visible. */
  isVisible: () => boolean;
  /** Somebody else has it already. */
  onOther: (id: string, by: string) => void;
}

/** It ends by itself after a minute. */
const renewMs = 25_000;

export class OwnClaim {
  readonly #settings: OwnClaimSettings;
  #id: string | undefined;
  /** When it is to be claimed; undefined when it has been. */
  #dueAt: number | undefined;
  #isMine = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(settings: OwnClaimSettings) {
    this.#settings = settings;
  }

  /** One is at this comment, or at none; it is claimed when one still is after so long. */
  attend(id: string | undefined, afterMs: number): void {
    const dueAt = Date.now() + afterMs;
    if (id === this.#id && (this.#dueAt === undefined || this.#dueAt <= dueAt)) return;
    if (id !== this.#id) this.#leave();
    clearTimeout(this.#timer);
    this.#id = id;
    if (id === undefined) return;
    this.#dueAt = dueAt;
    if (afterMs === 0) void this.#claim(id);
    else this.#timer = setTimeout(() => void this.#claim(id), afterMs);
  }

  /** The page goes away. Should it come back, the next renewal claims again. */
  suspend(): void {
    if (!this.#isMine || this.#id === undefined) return;
    this.#isMine = false;
    this.#giveBack(this.#id);
  }

  #leave(): void {
    const id = this.#id;
    clearTimeout(this.#timer);
    if (this.#isMine && id !== undefined) this.#giveBack(id);
    this.#id = undefined;
    this.#dueAt = undefined;
    this.#isMine = false;
  }

  /** That others are told is a courtesy: when it fails, nothing is lost. */
  async #claim(id: string): Promise<void> {
    const { claim, isVisible, onOther } = this.#settings;
    this.#dueAt = undefined;
    this.#timer = setTimeout(() => void this.#claim(id), renewMs);
    if (!isVisible()) return;
    try {
      const { by, mine } = await claim(id);
      if (!mine) onOther(id, by);
      else if (id === this.#id) this.#isMine = true;
      else this.#giveBack(id);
    } catch {
      // The next renewal tries again.
    }
  }

  #giveBack(id: string): void {
    this.#settings.release(id).catch(() => undefined);
  }
}
