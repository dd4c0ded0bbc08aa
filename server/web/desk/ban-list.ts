// The bans of an author, those that hold first.

import { html, nothing, type TemplateResult } from "lit";

import type { Ban } from "../shared/desk-types.ts";
import { absoluteTime } from "../shared/time-text.ts";
import type { DeskTranslator } from "./messages.ts";

export function isInForce({ lifted_at, ends_at }: Ban, now: number): boolean {
  return lifted_at === undefined && (ends_at === undefined || Date.parse(ends_at) > now);
}

/** `onLift` is absent for those who may not. */
export function banList(
  bans: readonly Ban[],
  translator: DeskTranslator,
  onLift?: (ban: Ban) => void,
): TemplateResult {
  const now = Date.now();
  if (bans.length === 0) return html`<p class="muted">${translator.say("ban.none")}</p>`;
  const ordered = [...bans].sort((a, b) => Number(isInForce(b, now)) - Number(isInForce(a, now)));
  return html`<ul class="bans">
    ${ordered.map((ban) => line(ban, isInForce(ban, now), translator, onLift))}
  </ul>`;
}

function line(
  ban: Ban,
  holds: boolean,
  translator: DeskTranslator,
  onLift: ((ban: Ban) => void) | undefined,
): TemplateResult {
  const where = whereText(ban, translator);
  const time = (at: string) => absoluteTime(new Date(at), translator.language);
  const until = ban.ends_at
    ? translator.say("ban.until", { time: time(ban.ends_at) })
    : translator.say("ban.for_good");
  return html`<li data-holds=${holds}>
    <p>
      <strong>${where}</strong> ${until}
      ${holds && onLift
        ? html`<button
            type="button"
            class="quiet"
            data-lift=${ban.id}
            aria-label=${translator.say("ban.lift.label", { where })}
            @click=${() => onLift(ban)}
          >
            ${translator.say("ban.lift")}
          </button>`
        : nothing}
    </p>
    ${ban.reason ? html`<p dir="auto">${ban.reason}</p>` : nothing}
    <p class="muted">
      ${translator.say("ban.by", { by: ban.by, time: time(ban.at) })}
      ${ban.lifted_at
        ? translator.say("ban.lifted", { by: ban.lifted_by ?? "", time: time(ban.lifted_at) })
        : holds
          ? nothing
          : translator.say("ban.over")}
    </p>
  </li>`;
}

function whereText({ site, story }: Ban, translator: DeskTranslator): string {
  if (site === undefined) return translator.say("ban.everywhere");
  if (story === undefined) return translator.say("ban.on_site", { site });
  return translator.say("ban.on_story", { site, story });
}
