// Who is signed in, and what becomes of calls when nobody is any more.

import type { DeskApi } from "../shared/desk-api.ts";
import type { DeskSession, Moderator } from "../shared/desk-types.ts";
import { ApiError } from "../shared/request.ts";
import { rememberedSettings, settingsFrom, type DeskSettings } from "./settings.ts";

export type SignInPhase =
  | "unknown"
  /** Whether somebody is signed in could not be asked. */
  | "failed"
  | "out"
  | "in"
  /** The session ended while somebody worked: the place is kept until they are back. */
  | "expired";

export class SignInState {
  readonly #api: DeskApi;
  /** Also called when somebody else has signed in. */
  readonly #onChange: (phase: SignInPhase) => void;
  readonly #onSettings: (settings: DeskSettings) => void;
  #phase: SignInPhase = "unknown";
  #moderator: Moderator | undefined;
  #settings = rememberedSettings();
  #sites: readonly string[] = [];
  #error: unknown;

  constructor(
    api: DeskApi,
    onChange: (phase: SignInPhase) => void,
    onSettings: (settings: DeskSettings) => void = () => {},
  ) {
    this.#api = api;
    this.#onChange = onChange;
    this.#onSettings = onSettings;
  }

  get phase(): SignInPhase {
    return this.#phase;
  }

  /** Kept while expired. */
  get moderator(): Moderator | undefined {
    return this.#moderator;
  }

  /** How the moderator wants the desk; before it is known who that is, as it was last. */
  get settings(): DeskSettings {
    return this.#settings;
  }

  /** They hold at once, whether or not they are saved yet. */
  takeSettings(settings: DeskSettings): void {
    this.#settings = settings;
    this.#onSettings(settings);
  }

  /** The sites that this moderator may see. */
  get sites(): readonly string[] {
    return this.#sites;
  }

  /** Who may give rights to others. */
  get isAdminOfAll(): boolean {
    return this.#moderator?.role === "admin" && this.#moderator.sites === undefined;
  }

  get error(): unknown {
    return this.#error;
  }

  get mayDecide(): boolean {
    return this.#moderator !== undefined && this.#moderator.role !== "viewer";
  }

  /** Takes up the session of an earlier visit, if there is one. */
  async resume(): Promise<void> {
    try {
      this.#enter(await this.#api.session());
    } catch (error) {
      this.#error = error;
      this.#change(isSignedOut(error) ? "out" : "failed");
    }
  }

  /** Throws what went wrong, for the form to say. */
  async signIn(name: string, password: string, code?: string): Promise<void> {
    this.#enter(await this.#api.signIn(name, password, code));
  }

  /** Makes an account of an invitation. Throws what went wrong. */
  async accept(invitation: string, password: string): Promise<void> {
    this.#enter(await this.#api.acceptInvitation(invitation, password));
  }

  /** Asks anew what the moderator is and may. */
  async refresh(): Promise<void> {
    this.#enter(await this.guard(() => this.#api.session()));
  }

  async signOut(): Promise<void> {
    try {
      await this.#api.signOut();
    } catch (error) {
      if (!isSignedOut(error)) throw error;
    }
    this.#moderator = undefined;
    this.#change("out");
  }

  /** Makes a call of a signed-in moderator. */
  async guard<T>(call: () => Promise<T>): Promise<T> {
    try {
      try {
        return await call();
      } catch (error) {
        // Another window has signed in anew; the cookie is that session's by now.
        if (!(error instanceof ApiError) || error.code !== "csrf_token_wrong") throw error;
        this.#enter(await this.#api.session());
        return await call();
      }
    } catch (error) {
      if (isSignedOut(error) && this.#phase === "in") this.#change("expired");
      throw error;
    }
  }

  /** Asks whether the session still holds: a feed that is refused cannot say why. */
  async check(): Promise<void> {
    if (this.#phase !== "in") return;
    await this.guard(() => this.#api.session()).catch(() => undefined);
  }

  #enter({ moderator, settings, all_sites = [] }: DeskSession): void {
    this.#moderator = moderator;
    this.#sites = all_sites;
    if (settings) this.takeSettings(settingsFrom(settings));
    this.#error = undefined;
    this.#phase = "in";
    this.#onChange("in");
  }

  #change(phase: SignInPhase): void {
    if (phase === this.#phase) return;
    this.#phase = phase;
    this.#onChange(phase);
  }
}

function isSignedOut(error: unknown): boolean {
  return error instanceof ApiError && error.code === "not_signed_in";
}
