// One's own account: password, second factor, sessions, tokens.

import type {
  NewToken,
  SignedInSession,
  Token,
  TokenForm,
  TwoFactorSecret,
} from "./account-types.ts";
import type { DeskCall } from "./desk-call.ts";

export class AccountApi {
  readonly #call: DeskCall;

  constructor(call: DeskCall) {
    this.#call = call;
  }

  /** All other sessions end. Throws "password_wrong" for the old one. */
  async changePassword(old: string, to: string): Promise<void> {
    await this.#call("PUT", "/password", { old, new: to });
  }

  async sessions(): Promise<SignedInSession[]> {
    return (await this.#call<{ sessions: SignedInSession[] }>("GET", "/sessions")).sessions;
  }

  async endSession(id: string): Promise<void> {
    await this.#call("DELETE", `/sessions/${encodeURIComponent(id)}`);
  }

  /** All but the one that asks. */
  async endOtherSessions(): Promise<void> {
    await this.#call("DELETE", "/sessions");
  }

  beginTwoFactor(): Promise<TwoFactorSecret> {
    return this.#call("POST", "/two-factor");
  }

  /** Resolves to the recovery codes, which are told once. Throws "two_factor_code_wrong". */
  async confirmTwoFactor(code: string): Promise<string[]> {
    type Confirmed = { recovery_codes: string[] };
    return (await this.#call<Confirmed>("PUT", "/two-factor", { code })).recovery_codes;
  }

  async endTwoFactor(password: string): Promise<void> {
    await this.#call("DELETE", "/two-factor", { password });
  }

  async tokens(): Promise<Token[]> {
    return (await this.#call<{ tokens: Token[] }>("GET", "/tokens")).tokens;
  }

  makeToken(form: TokenForm): Promise<NewToken> {
    return this.#call("POST", "/tokens", form);
  }

  async revokeToken(id: string): Promise<void> {
    await this.#call("DELETE", `/tokens/${encodeURIComponent(id)}`);
  }
}
