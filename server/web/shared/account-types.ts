// Accounts of moderators: who there is, and what one may do with one's own.

export const roles = ["viewer", "moderator", "admin"] as const;
export type Role = (typeof roles)[number];

/** A moderator as admins see them. */
export interface User {
  id: string;
  name: string;
  role: Role;
  /** Absent for all sites. */
  sites?: string[];
  disabled: boolean;
  two_factor: boolean;
  created_at: string;
  signed_in_at?: string;
}

/** `sites: null` is for all of them; only `false` can be said of the second factor. */
export interface UserChange {
  role?: Role;
  sites?: string[] | null;
  disabled?: boolean;
  two_factor?: false;
}

export interface InvitationForm {
  name: string;
  role: Role;
  sites?: string[];
}

export interface Invitation extends InvitationForm {
  id: string;
  by: string;
  created_at: string;
  expires_at: string;
}

export interface NewInvitation extends Invitation {
  /** Told once: the server keeps no copy of what it leads with. */
  link: string;
}

export interface Team {
  users: User[];
  invitations: Invitation[];
}

/** What an invitation says to whom it was sent. */
export interface InvitationOffer {
  name: string;
  role: Role;
  sites?: string[];
  by?: string;
}

export interface SignedInSession {
  id: string;
  began_at: string;
  used_at: string;
  agent: string;
  current: boolean;
}

/** Not yet on: a code has to prove that it was taken over. */
export interface TwoFactorSecret {
  secret: string;
  uri: string;
}

export const scopes = ["read", "decide", "rules", "authors"] as const;
export type Scope = (typeof scopes)[number];

export interface TokenForm {
  name: string;
  scopes: Scope[];
  days: number;
}

export interface Token {
  id: string;
  name: string;
  scopes: Scope[];
  created_at: string;
  expires_at: string;
  used_at?: string;
  revoked_at?: string;
}

export interface NewToken extends Token {
  /** Told once. */
  token: string;
}
