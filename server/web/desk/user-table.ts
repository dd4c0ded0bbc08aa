// The moderators there are, and what each may do.

import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";

import type { User } from "../shared/account-types.ts";
import { absoluteTime, relativeTime } from "../shared/time-text.ts";
import type { DeskTranslator, MessageKey } from "./messages.ts";
import { roleName, siteNames } from "./rights-text.ts";

const columns = [
  "team.name",
  "team.role",
  "team.sites",
  "team.two_factor",
  "team.signed_in",
] as const satisfies readonly MessageKey[];

/** `ownId` is who looks: nobody changes their own rights. */
export function userTable(
  users: readonly User[],
  translator: DeskTranslator,
  ownId: string | undefined,
  onChange: (user: User) => void,
): TemplateResult {
  // Those who work come first, by name.
  const ordered = [...users].sort(
    (a, b) => Number(a.disabled) - Number(b.disabled) || a.name.localeCompare(b.name),
  );
  return html`<table class="stacked">
    <thead>
      <tr>
        ${columns.map((key) => html`<th scope="col">${translator.say(key)}</th>`)}
        <td></td>
      </tr>
    </thead>
    <tbody>
      ${repeat(ordered, ({ id }) => id, (user) => row(user, translator, ownId, onChange))}
    </tbody>
  </table>`;
}

function row(
  user: User,
  translator: DeskTranslator,
  ownId: string | undefined,
  onChange: (user: User) => void,
): TemplateResult {
  const { id, name, disabled, two_factor } = user;
  const mark = (key: MessageKey) => html`<span class="mark-of">${translator.say(key)}</span>`;
  const cells = [
    roleName(translator, user.role),
    siteNames(translator, user.sites),
    translator.say(two_factor ? "team.two_factor.on" : "team.two_factor.off"),
    signedIn(user, translator),
  ];
  return html`<tr data-user=${id} data-disabled=${disabled}>
    <th scope="row">
      <bdi>${name}</bdi> ${id === ownId ? mark("team.you") : nothing}
      ${disabled ? mark("team.disabled") : nothing}
    </th>
    ${cells.map(
      (cell, i) =>
        html`<td data-label=${translator.say(columns[i + 1] ?? "team.name")}>${cell}</td>`,
    )}
    <td class="actions">
      ${id === ownId
        ? nothing
        : html`<button
            type="button"
            class="quiet"
            data-change=${id}
            aria-label=${translator.say("team.change.label", { name })}
            @click=${() => onChange(user)}
          >
            ${translator.say("team.change")}
          </button>`}
    </td>
  </tr>`;
}

function signedIn({ signed_in_at: at }: User, translator: DeskTranslator): TemplateResult {
  if (at === undefined) return html`${translator.say("team.never")}`;
  const time = new Date(at);
  const now = new Date(Date.now());
  return html`<time datetime=${at} title=${absoluteTime(time, translator.language)}
    >${relativeTime(time, now, translator.language) ?? translator.say("time.now")}</time
  >`;
}
