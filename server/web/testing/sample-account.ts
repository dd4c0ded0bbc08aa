// Accounts as the API has them.

import type { Invitation, SignedInSession, Token, User } from "../shared/account-types.ts";
import type { FakeServer } from "./fake-server.ts";

const at = "2026-10-01T10:00:00Z";

export function sampleUser(id: string, name: string, extra: Partial<User> = {}): User {
  return {
    ...{ id, name, role: "moderator", disabled: false, two_factor: false, created_at: at },
    ...extra,
  };
}

export function sampleInvitation(id: string, name: string): Invitation {
  const expires_at = "2026-10-19T09:00:00Z";
  return { id, name, role: "viewer", sites: ["courier"], by: "Ada", created_at: at, expires_at };
}

export function sampleSession(
  id: string,
  extra: Partial<SignedInSession> = {},
): SignedInSession {
  return { id, began_at: at, used_at: at, agent: "Firefox on Linux", current: false, ...extra };
}

export function sampleToken(id: string, name: string, extra: Partial<Token> = {}): Token {
  const expires_at = "2027-01-01T00:00:00Z";
  return { id, name, scopes: ["read"], created_at: at, expires_at, ...extra };
}

/** An account with nothing in it but the session one has. */
export function hasAccount(server: FakeServer, tokens: Token[] = []): void {
  const sessions = [sampleSession("1", { current: true })];
  server
    .on("GET /api/v1/desk/sessions", { body: { sessions } })
    .on("GET /api/v1/desk/tokens", { body: { tokens } });
}
