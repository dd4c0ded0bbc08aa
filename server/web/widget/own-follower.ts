// Asks after one's own comments until it is known what became of them.

import { ApiError, type ReaderApi } from "../shared/api.ts";
import type { Comment, CommentStatus } from "../shared/types.ts";
import type { OwnComment, OwnState } from "./own-comments.ts";

export interface OwnFollowerSettings {
  api: ReaderApi;
  /** Called whenever an answer came, also when nothing changed. */
  onState: (
    id: string,
    state: OwnState,
    comment: Comment | undefined,
    editableUntil: string | undefined,
  ) => void;
  /** It is not there any more: withdrawn, erased, or never was. */
  onGone: (id: string) => void;
}

/** Most comments are judged at once; the first questions come quickly. */
const pausesMs = [300, 500, 1_000, 2_000, 4_000, 8_000, 15_000];
/** A moderator takes minutes. The live feed tells of approval at once, so this finds rejections. */
const heldPauseMs = 60_000;
const heldPauseMaxMs = 15 * 60_000;

const states: Record<CommentStatus["state"], OwnState | undefined> = {
  submitted: "submitted",
  pending: "pending",
  published: "published",
  rejected: "rejected",
  // To its author, why it is not published makes no difference.
  spam: "rejected",
  withdrawn: undefined,
  erased: undefined,
};

export class OwnFollower {
  readonly #settings: OwnFollowerSettings;
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(settings: OwnFollowerSettings) {
    this.#settings = settings;
  }

  /** Asks at once, or soon for a comment that has only just been sent. */
  follow({ id, token }: OwnComment, when: "now" | "soon"): void {
    this.unfollow(id);
    this.#schedule(id, token, 0, when === "now" ? 0 : (pausesMs[0] ?? 0));
  }

  unfollow(id: string): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
  }

  stop(): void {
    for (const id of [...this.#timers.keys()]) this.unfollow(id);
  }

  #schedule(id: string, token: string, turn: number, pause: number): void {
    const timer = setTimeout(() => void this.#ask(id, token, turn, timer), pause);
    this.#timers.set(id, timer);
  }

  async #ask(id: string, token: string, turn: number, timer: unknown): Promise<void> {
    const pause = pausesMs[turn + 1] ?? heldPauseMs;
    try {
      const status = await this.#settings.api.comment(id, token);
      if (this.#timers.get(id) !== timer) return;
      const state = states[status.state];
      if (state === "submitted") this.#schedule(id, token, turn + 1, pause);
      else if (state === "pending") this.#schedule(id, token, turn + 1, heldPause(turn));
      else this.unfollow(id);
      if (state) this.#settings.onState(id, state, status.comment, status.editable_until);
      else this.#settings.onGone(id);
    } catch (error) {
      if (this.#timers.get(id) !== timer) return;
      if (error instanceof ApiError && error.status === 404) {
        this.unfollow(id);
        this.#settings.onGone(id);
      } else {
        this.#schedule(id, token, turn + 1, pause);
      }
    }
  }
}

/** A minute at first, then longer and longer. */
function heldPause(turn: number): number {
  return Math.min(heldPauseMaxMs, heldPauseMs * 2 ** Math.max(0, turn - pausesMs.length));
}
