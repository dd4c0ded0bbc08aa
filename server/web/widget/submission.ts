// One comment on its way to the server: sent, sent again while that may help, and then decided.

import { ApiError, type ReaderApi } from "../shared/api.ts";
import { pauseBefore } from "../shared/live-feed.ts";
import type { NewComment, Receipt } from "../shared/types.ts";

export type SubmissionState =
  | { kind: "sending" }
  /** The server is away or has no room; it will be sent again by itself at `retryAt`. */
  | { kind: "waiting"; error: ApiError; retryAt: number }
  | { kind: "received"; receipt: Receipt }
  /** The sender has to do something about it. */
  | { kind: "refused"; error: ApiError }
  /** It could not be sent, and no attempt will be made by itself. */
  | { kind: "stopped"; error: ApiError };

export interface SubmissionSettings {
  api: ReaderApi;
  story: string;
  comment: NewComment;
  /** The same through all attempts: the server takes the comment once, however often it is sent. */
  key: string;
  onState: (state: SubmissionState) => void;
  random?: () => number;
  now?: () => number;
}

const attemptsMax = 10;
/** A server that asks for more patience than this is asked again by the reader, not by itself. */
const longestWaitS = 120;

export class Submission {
  readonly #settings: SubmissionSettings;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #attempts = 0;
  #key: string;
  #isOver = false;
  #lastError = new ApiError(0, "network");

  constructor(settings: SubmissionSettings) {
    this.#settings = settings;
    this.#key = settings.key;
  }

  /** Sends it, or sends it now instead of later. */
  async send(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#isOver) return;
    this.#attempts += 1;
    const { api, story, comment, onState } = this.#settings;
    onState({ kind: "sending" });
    try {
      const receipt = await api.post(story, comment, this.#key);
      // Received is received, even if the reader has lost patience meanwhile.
      this.#isOver = true;
      onState({ kind: "received", receipt });
    } catch (error) {
      if (!this.#isOver) await this.#failed(asApiError(error));
    }
  }

  /** No further attempt is made by itself. */
  stop(): void {
    clearTimeout(this.#timer);
    if (this.#isOver) return;
    this.#isOver = true;
    this.#settings.onState({ kind: "stopped", error: this.#lastError });
  }

  /** As `stop`, without saying so: the form is gone. */
  abandon(): void {
    clearTimeout(this.#timer);
    this.#isOver = true;
  }

  async #failed(error: ApiError): Promise<void> {
    this.#lastError = error;
    if (error.code === "idempotency_key_reused" && this.#attempts < attemptsMax) {
      // The key came with a draft from before a reload, and the address is another one now.
      this.#key = newKey();
      return this.send();
    }
    const wait = error.retryAfterSeconds ?? 0;
    if (!error.isPassing) this.#end({ kind: "refused", error });
    else if (this.#attempts >= attemptsMax || wait > longestWaitS)
      this.#end({ kind: "stopped", error });
    else this.#sendLater(error, wait * 1_000);
  }

  #sendLater(error: ApiError, atLeastMs: number): void {
    const { onState, random = Math.random, now = Date.now } = this.#settings;
    // On top of what the server asked for: all those it turned away would come back together.
    const pause = atLeastMs + pauseBefore(this.#attempts, random());
    this.#timer = setTimeout(() => void this.send(), pause);
    onState({ kind: "waiting", error, retryAt: now() + pause });
  }

  #end(state: SubmissionState): void {
    this.#isOver = true;
    this.#settings.onState(state);
  }
}

/** A random UUID, also on pages without TLS, where browsers offer none. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

function asApiError(error: unknown): ApiError {
  return error instanceof ApiError ? error : new ApiError(0, "network");
}
