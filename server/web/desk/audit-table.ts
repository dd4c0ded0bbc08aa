// The events of a day: rows of a table, or of a list where there is little room.

import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";

import type { AuditEvent } from "../shared/audit-api.ts";
import { undoOf, type AuditDay, type AuditRow } from "./audit-rows.ts";
import { actorName, happenedText } from "./audit-text.ts";
import type { DeskTranslator, MessageKey } from "./messages.ts";
import { byAuthor, searchOf } from "./place.ts";

export interface AuditView {
  translator: DeskTranslator;
  mayDecide: boolean;
  onComment: (id: string) => void;
  onUndo: (row: AuditRow, batch: string) => void;
}

const columns = [
  "audit.time",
  "audit.who",
  "audit.what",
  "audit.where",
  "audit.links",
] as const satisfies readonly MessageKey[];

export function auditTable(days: readonly AuditDay[], view: AuditView): TemplateResult {
  const { translator } = view;
  return html`<table class="audit">
    <thead>
      <tr>
        ${columns.map((key) => html`<th scope="col">${translator.say(key)}</th>`)}
      </tr>
    </thead>
    ${days.map(
      (day) =>
        html`<tbody>
          <tr>
            <th class="day" scope="rowgroup" colspan=${columns.length}>
              ${dayName(day, translator)}
            </th>
          </tr>
          ${repeat(day.rows, keyOf, (row) => tableRow(row, view))}
        </tbody>`,
    )}
  </table>`;
}

export function auditList(days: readonly AuditDay[], view: AuditView): TemplateResult {
  return html`${days.map(
    (day) =>
      html`<section class="audit-day">
        <h3>${dayName(day, view.translator)}</h3>
        <ul class="audit">
          ${repeat(day.rows, keyOf, (row) => listItem(row, view))}
        </ul>
      </section>`,
  )}`;
}

function tableRow(row: AuditRow, view: AuditView): TemplateResult {
  const { translator } = view;
  const [event] = row.events;
  return html`<tr data-kind=${event.kind}>
    <td class="time">${time(event, translator)}</td>
    <td class="actor">${actor(event, translator)}</td>
    <td>${what(row, view)}</td>
    <td class="muted"><bdi>${where(event)}</bdi></td>
    <td class="links">${links(row, view)}</td>
  </tr>`;
}

function listItem(row: AuditRow, view: AuditView): TemplateResult {
  const { translator } = view;
  const [event] = row.events;
  return html`<li data-kind=${event.kind}>
    <p>
      <bdi>${time(event, translator)}</bdi> <strong>${actor(event, translator)}</strong>
      <bdi class="muted">${where(event)}</bdi>
    </p>
    ${what(row, view)}
    <p class="links">${links(row, view)}</p>
  </li>`;
}

function what({ events }: AuditRow, view: AuditView): TemplateResult {
  const { translator } = view;
  const [event] = events;
  const text = happenedText(translator, event);
  const count = events.length;
  return html`<div>
    ${count > 1 ? translator.say("audit.together", { what: text, count }) : text}
    ${event.reason ? html`<q class="muted" dir="auto">${event.reason}</q>` : nothing}
    ${count > 1
      ? html`<details>
          <summary>${translator.say("audit.each", { count })}</summary>
          <ul>
            ${events.map(
              (one) =>
                html`<li>
                  ${where(one) === where(event) ? nothing : where(one)}
                  ${commentAndAuthor(one, view)}
                </li>`,
            )}
          </ul>
        </details>`
      : nothing}
  </div>`;
}

function links(row: AuditRow, view: AuditView): unknown {
  const { translator } = view;
  const [event] = row.events;
  const count = row.events.length;
  const batch = view.mayDecide ? undoOf(row, Date.now()) : undefined;
  return html`${count === 1 ? commentAndAuthor(event, view) : nothing}
  ${batch
    ? html`<button
        type="button"
        class="link"
        data-undo=${batch}
        aria-label=${translator.say("audit.undo.label", named(event, translator))}
        @click=${() => view.onUndo(row, batch)}
      >
        ${count > 1
          ? translator.say("audit.undo.many", { count })
          : translator.say("audit.undo")}
      </button>`
    : nothing}`;
}

function commentAndAuthor(event: AuditEvent, view: AuditView): unknown {
  const { translator } = view;
  const { comment, author } = event;
  return html`${comment
    ? html`<button
        type="button"
        class="link"
        data-comment=${comment}
        aria-label=${translator.say("audit.comment.label", named(event, translator))}
        @click=${() => view.onComment(comment)}
      >
        ${translator.say("audit.comment")}
      </button>`
    : nothing}
  ${author
    ? html`<a
        href="/desk/${searchOf(byAuthor(author))}"
        data-author
        aria-label=${translator.say("audit.author.label", named(event, translator))}
        >${translator.say("audit.author")}</a
      >`
    : nothing}`;
}

function named(event: AuditEvent, translator: DeskTranslator): { what: string; time: string } {
  return { what: happenedText(translator, event), time: timeText(event, translator) };
}

/** Whichever way the name is written. */
function actor(event: AuditEvent, translator: DeskTranslator): TemplateResult {
  return html`<bdi>${actorName(translator, event)}</bdi>`;
}

function where({ site, story }: AuditEvent): string {
  return [site, story].filter(Boolean).join(" / ");
}

function time(event: AuditEvent, translator: DeskTranslator): TemplateResult {
  return html`<time datetime=${event.at}>${timeText(event, translator)}</time>`;
}

function timeText({ at }: AuditEvent, { language }: DeskTranslator): string {
  return new Intl.DateTimeFormat(language, { timeStyle: "short" }).format(new Date(at));
}

function dayName({ date }: AuditDay, { language }: DeskTranslator): string {
  return new Intl.DateTimeFormat(language, { dateStyle: "full" }).format(date);
}

function keyOf({ events }: AuditRow): string {
  return events[0].id;
}
