// A backtest while it runs on the server. It runs there on its own; what is kept here is which one
// to ask for, so that one can leave the page, or load it again.

import type { RulesApi } from "../shared/rules-api.ts";
import { ApiError } from "../shared/request.ts";
import type { Backtest, NewBacktest } from "../shared/rules-types.ts";
import type { SignInState } from "./sign-in-state.ts";

const storageKey = "rejoinder.backtest";
const pauseMs = 1_000;

export interface BacktestRunNeeds {
  api: RulesApi;
  signIn: SignInState;
  onChange: () => void;
  onEnd: (backtest: Backtest) => void;
}

export class BacktestRun {
  readonly #needs: BacktestRunNeeds;
  #id: string | undefined;
  #latest: Backtest | undefined;
  #error: unknown;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(needs: BacktestRunNeeds) {
    this.#needs = needs;
    this.#id = remembered();
  }

  /** How far it is, or what came out. */
  get latest(): Backtest | undefined {
    return this.#latest;
  }

  get isRunning(): boolean {
    return this.#id !== undefined && (!this.#latest || this.#latest.state === "running");
  }

  /** Why it is not known how far it is; it is asked for again. */
  get error(): unknown {
    return this.#error;
  }

  /** Throws what forbids it: another one runs, or the version is not kept. */
  async start(wanted: NewBacktest): Promise<void> {
    const { api, signIn } = this.#needs;
    const id = await signIn.guard(() => api.startBacktest(wanted));
    this.#id = id;
    this.#latest = undefined;
    remember(id);
    this.follow();
  }

  /** Asks, and goes on asking until it has ended. */
  follow(): void {
    if (this.#id === undefined || this.#timer !== undefined) return;
    if (this.#latest && this.#latest.state !== "running") return;
    this.#timer = setTimeout(() => void this.#ask(), this.#latest ? pauseMs : 0);
    this.#needs.onChange();
  }

  async #ask(): Promise<void> {
    const id = this.#id ?? "";
    const { api, signIn, onChange, onEnd } = this.#needs;
    const isFirst = this.#latest === undefined;
    try {
      this.#latest = await signIn.guard(() => api.backtest(id));
      this.#error = undefined;
    } catch (error) {
      this.#error = error;
      if (error instanceof ApiError && error.status === 404) this.#forget();
    }
    this.#timer = undefined;
    const isSignedOut = this.#error instanceof ApiError && this.#error.status === 401;
    if (this.isRunning && !isSignedOut) this.#askLater();
    else if (!isFirst && this.#latest) onEnd(this.#latest);
    onChange();
  }

  #askLater(): void {
    this.#timer = setTimeout(() => void this.#ask(), pauseMs);
  }

  #forget(): void {
    this.#id = undefined;
    this.#latest = undefined;
    this.#error = undefined;
    remember(undefined);
  }
}

function remembered(): string | undefined {
  try {
    return sessionStorage.getItem(storageKey) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Where nothing may be stored, it is remembered as long as the page is open. */
function remember(id: string | undefined): void {
  try {
    if (id === undefined) sessionStorage.removeItem(storageKey);
    else sessionStorage.setItem(storageKey, id);
  } catch {
    // As said above.
  }
}
