// Where the links of a comment lead, spelled out under its text.

import { html, nothing, type TemplateResult } from "lit";

import type { DeskComment } from "../shared/desk-types.ts";
import { linksOf, type Link } from "./links-of.ts";
import type { DeskTranslator } from "./messages.ts";

/** Nothing here is a link itself: one looks first. */
export function linkList(
  comment: DeskComment,
  translator: DeskTranslator,
): TemplateResult | typeof nothing {
  const links = linksOf(comment);
  if (links.length === 0) return nothing;
  return html`<ul class="links" aria-label=${translator.say("link.heading")}>
    ${links.map((link) => line(link, translator))}
  </ul>`;
}

function line({ text, host, wireHost, seeming }: Link, translator: DeskTranslator): TemplateResult {
  return html`<li data-mismatch=${seeming ?? nothing}>
    <span class="muted">${translator.say("link.shown", { text: shortened(text) })}</span>
    ${host
      ? html`<bdi class="host">${host}</bdi>`
      : html`<em>${translator.say("link.opaque")}</em>`}
    ${host === wireHost
      ? nothing
      : html`<span class="muted">${translator.say("link.spelled", { host: wireHost })}</span>`}
    ${seeming
      ? html`<strong class="problem">${translator.say("link.mismatch", { host: seeming })}</strong>`
      : nothing}
  </li>`;
}

const shownMax = 60;

function shortened(text: string): string {
  const points = Array.from(text);
  return points.length > shownMax ? `${points.slice(0, shownMax).join("")}…` : text;
}
