// Who works at the desk; for admins of all sites.

import type {
  InvitationForm,
  NewInvitation,
  Team,
  User,
  UserChange,
} from "./account-types.ts";
import type { DeskCall } from "./desk-call.ts";

export class TeamApi {
  readonly #call: DeskCall;

  constructor(call: DeskCall) {
    this.#call = call;
  }

  team(): Promise<Team> {
    return this.#call("GET", "/users");
  }

  /** Throws "last_admin" where nobody would be left to give rights. */
  change(id: string, change: UserChange): Promise<User> {
    return this.#call("PATCH", `/users/${encodeURIComponent(id)}`, change);
  }

  invite(form: InvitationForm): Promise<NewInvitation> {
    return this.#call("POST", "/invitations", form);
  }

  async revokeInvitation(id: string): Promise<void> {
    await this.#call("DELETE", `/invitations/${encodeURIComponent(id)}`);
  }
}
