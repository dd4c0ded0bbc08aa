// The team: who works at the desk, and who is invited to.

import { html, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";

import type {
  Invitation,
  InvitationForm as Form,
  NewInvitation,
  Team,
  User,
  UserChange,
} from "../shared/account-types.ts";
import { describeError } from "../shared/errors.ts";
import { TeamApi } from "../shared/team-api.ts";
import { shortTime } from "../shared/time-text.ts";
import { CopyButton } from "./copy-button.ts";
import { InvitationForm } from "./invitation-form.ts";
import { define } from "./light-element.ts";
import { Loading } from "./loading.ts";
import { PageElement } from "./page-element.ts";
import { roleName, sitesText } from "./rights-text.ts";
import { UserForm } from "./user-form.ts";
import { userTable } from "./user-table.ts";

/** Properties: those of every page. */
export class TeamPage extends PageElement {
  readonly #team = new Loading<Team>(this, () =>
    this.signIn.guard(() => new TeamApi(this.api.call).team()),
  );

  override firstUpdated(): void {
    if (this.signIn.isAdminOfAll) void this.#team.load();
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.get("suspended") === true && !this.suspended && this.#team.hasFailed)
      void this.#team.load();
  }

  protected override render(): TemplateResult {
    const { translator } = this;
    return html`<div class="office">
      <h2>${translator.say("page.team")}</h2>
      ${this.signIn.isAdminOfAll
        ? this.#team.show(translator, (team) => this.#show(team))
        : html`<p class="empty">${translator.say("team.only_admins")}</p>`}
    </div>`;
  }

  #show({ users, invitations }: Team): TemplateResult {
    const { translator } = this;
    const ownId = this.signIn.moderator?.id;
    return html`<section class="wide" aria-labelledby="team-people">
        <h3 id="team-people">${translator.say("team.people")}</h3>
        ${userTable(users, translator, ownId, (user) => this.#openUser(user))}
        <p class="muted own-note">${translator.say("team.not_you")}</p>
      </section>
      <section aria-labelledby="team-invitations">
        <h3 id="team-invitations">${translator.say("team.invitations")}</h3>
        ${invitations.length === 0
          ? html`<p class="empty">${translator.say("team.invitations.none")}</p>`
          : html`<ul class="entries">
              ${repeat(invitations, ({ id }) => id, (one) => this.#invitation(one))}
            </ul>`}
        <button type="button" class="quiet" data-invite @click=${this.#openInvitation}>
          ${translator.say("team.invite")}
        </button>
      </section>`;
  }

  #invitation(invitation: Invitation): TemplateResult {
    const { translator } = this;
    const { id, name, role, by, created_at, expires_at } = invitation;
    const time = (at: string) => shortTime(new Date(at), translator.language);
    const times = { by, time: time(created_at), until: time(expires_at) };
    return html`<li>
      <div>
        <strong><bdi>${name}</bdi></strong>
        <p>${roleName(translator, role)}, ${sitesText(translator, invitation.sites)}</p>
        <p class="muted">${translator.say("team.invited", times)}</p>
      </div>
      <button
        type="button"
        class="quiet"
        data-revoke=${id}
        aria-label=${translator.say("team.revoke.label", { name })}
        @click=${() => this.#revoke(invitation)}
      >
        ${translator.say("team.revoke")}
      </button>
    </li>`;
  }

  #openUser(user: User): void {
    const { translator, signIn } = this;
    this.sheets.open({
      className: "user-sheet",
      heading: user.name,
      content: (close) => html`<rejoinder-user-form
        .translator=${translator}
        .user=${user}
        .sites=${signIn.sites}
        .onChange=${async (change: UserChange, done: string) => {
          await this.#change(user, change);
          this.notices.tell("news", done);
          close();
        }}
      ></rejoinder-user-form>`,
    });
  }

  readonly #openInvitation = (): void => {
    const { translator, signIn } = this;
    this.sheets.open({
      className: "invitation-sheet",
      heading: translator.say("team.invite.heading"),
      content: (close) => html`<rejoinder-invitation-form
        .translator=${translator}
        .sites=${signIn.sites}
        .onInvite=${(form: Form) => this.#invite(form)}
        .onClose=${close}
      ></rejoinder-invitation-form>`,
    });
  };

  async #change({ id }: User, change: UserChange): Promise<void> {
    const changed = await this.signIn.guard(() => new TeamApi(this.api.call).change(id, change));
    this.#alter(({ users, invitations }) => ({
      users: users.map((user) => (user.id === id ? changed : user)),
      invitations,
    }));
  }

  async #invite(form: Form): Promise<NewInvitation> {
    const made = await this.signIn.guard(() => new TeamApi(this.api.call).invite(form));
    void this.#team.load();
    return made;
  }

  async #revoke({ id, name }: Invitation): Promise<void> {
    const { translator } = this;
    try {
      await this.signIn.guard(() => new TeamApi(this.api.call).revokeInvitation(id));
      this.notices.tell("news", translator.say("team.revoked", { name }));
      this.#alter(({ users, invitations }) => ({
        users,
        invitations: invitations.filter((one) => one.id !== id),
      }));
    } catch (error) {
      this.notices.tell("problem", describeError(translator, error));
      void this.#team.load();
    }
  }

  #alter(change: (team: Team) => Team): void {
    if (this.#team.value) this.#team.set(change(this.#team.value));
  }
}

/** Idempotent. */
export function defineElements(): void {
  define("rejoinder-copy-button", CopyButton);
  define("rejoinder-user-form", UserForm);
  define("rejoinder-invitation-form", InvitationForm);
  define("rejoinder-team-page", TeamPage);
}
