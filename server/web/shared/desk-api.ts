// The moderator's calls: session cookie, CSRF header.

import type { InvitationOffer } from "./account-types.ts";
import type { DeskCall, DeskMethod } from "./desk-call.ts";
import type {
  AuthorInFull,
  AuthorNote,
  Ban,
  BanForm,
  Claim,
  Decided,
  Decision,
  DeskCommentInFull,
  DeskFilter,
  DeskPage,
  DeskSession,
  EditForm,
  Edited,
  UndoResult,
} from "./desk-types.ts";
import { request, type Fetch, type RequestOptions } from "./request.ts";
import type { Story, StoryState } from "./types.ts";

/** Same origin as the page. Calls throw ApiError; "not_signed_in" when the session has ended. */
export class DeskApi {
  readonly #base: string;
  readonly #fetch: Fetch;
  #csrfToken: string | undefined;

  constructor(origin: string, fetch?: Fetch) {
    this.#base = `${origin}/api/v1/desk`;
    this.#fetch = fetch ?? ((url, init) => globalThis.fetch(url, init));
  }

  /** Throws "second_factor_required" when a code has to come along: an app's, or for recovery. */
  async signIn(name: string, password: string, code?: string): Promise<DeskSession> {
    const form = { name, password, ...(code === undefined ? {} : { code }) };
    return this.#remember(await this.call<DeskSession>("POST", "/session", form));
  }

  /** Throws "invitation_not_found" for one that is over, or was taken. */
  invitation(token: string): Promise<InvitationOffer> {
    return this.call("POST", "/invitation", { token });
  }

  /** Who accepts is signed in. */
  async acceptInvitation(token: string, password: string): Promise<DeskSession> {
    const path = "/invitation/acceptance";
    return this.#remember(await this.call<DeskSession>("POST", path, { token, password }));
  }

  /** The session of an earlier visit; throws "not_signed_in" when there is none. */
  async session(): Promise<DeskSession> {
    return this.#remember(await this.call<DeskSession>("GET", "/session"));
  }

  async signOut(): Promise<void> {
    await this.call<undefined>("DELETE", "/session");
    this.#csrfToken = undefined;
  }

  /** Those of this moderator, wherever they sign in. */
  async saveSettings(settings: object): Promise<void> {
    await this.call<undefined>("PUT", "/settings", settings);
  }

  comments(filter: DeskFilter = {}): Promise<DeskPage> {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(filter))
      if (value !== undefined && value !== "") query.set(name, String(value));
    return this.call("GET", `/comments?${query}`);
  }

  comment(id: string): Promise<DeskCommentInFull> {
    return this.call("GET", `/comments/${encodeURIComponent(id)}`);
  }

  /** At most 500 at once; they are taken back at once, too. */
  decide(decisions: Decision[]): Promise<Decided> {
    return this.call("POST", "/decisions", { decisions });
  }

  /** Throws "undo_not_found" for what is too long ago. */
  async undo(undo: string): Promise<UndoResult[]> {
    return (await this.call<{ results: UndoResult[] }>("POST", "/undo", { undo })).results;
  }

  /** Throws "revision_conflict" when it is not what it was any more. */
  edit(id: string, form: EditForm): Promise<Edited> {
    return this.call("POST", `/comments/${encodeURIComponent(id)}/edits`, form);
  }

  /** Tells others that one has it open, for a minute. Forbids nobody anything. */
  claim(id: string): Promise<Claim> {
    return this.call("PUT", claimPath(id));
  }

  async release(id: string): Promise<void> {
    await this.#send<undefined>("DELETE", claimPath(id), { keepalive: true });
  }

  author(pseudonym: string): Promise<AuthorInFull> {
    return this.call("GET", authorPath(pseudonym));
  }

  addNote(pseudonym: string, text: string): Promise<AuthorNote> {
    return this.call("POST", `${authorPath(pseudonym)}/notes`, { text });
  }

  ban(pseudonym: string, form: BanForm): Promise<Ban> {
    return this.call("POST", `${authorPath(pseudonym)}/bans`, form);
  }

  async liftBan(id: string): Promise<void> {
    await this.call<undefined>("DELETE", `/bans/${encodeURIComponent(id)}`);
  }

  /** The reason is kept by the server; the address must not be kept by anybody. */
  async emailOf(pseudonym: string, reason: string): Promise<string> {
    const path = `${authorPath(pseudonym)}/email`;
    return (await this.call<{ email: string }>("POST", path, { reason })).email;
  }

  async setStoryState(site: string, story: string, state: StoryState): Promise<Story> {
    const path = `/stories/${encodeURIComponent(site)}/${encodeURIComponent(story)}`;
    return (await this.call<{ story: Story }>("PATCH", path, { state })).story;
  }

  /** Address of the desk's WebSocket. */
  liveUrl(since?: string): string {
    const search = since === undefined ? "" : `?since=${encodeURIComponent(since)}`;
    return `${this.#base}/live${search}`.replace(/^http/, "ws");
  }

  #remember(session: DeskSession): DeskSession {
    this.#csrfToken = session.csrf_token;
    return session;
  }

  /** Also for the calls of single pages, which are listed elsewhere. */
  readonly call: DeskCall = <T>(method: DeskMethod, path: string, body?: unknown) =>
    this.#send<T>(method, path, body === undefined ? {} : { body });

  async #send<T>(method: DeskMethod, path: string, options: RequestOptions): Promise<T> {
    const headers: Record<string, string> = {};
    if (method !== "GET" && this.#csrfToken !== undefined)
      headers["X-CSRF-Token"] = this.#csrfToken;
    const answer = await request<T>(this.#fetch, this.#base + path, {
      method,
      headers,
      credentials: "same-origin",
      ...options,
    });
    return answer.body as T;
  }
}

function claimPath(comment: string): string {
  return `/claims/${encodeURIComponent(comment)}`;
}

function authorPath(pseudonym: string): string {
  return `/authors/${encodeURIComponent(pseudonym)}`;
}
