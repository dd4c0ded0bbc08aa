// Who wrote a comment, and what became of their earlier ones.

import { html, nothing, svg, type TemplateResult } from "lit";

import type { DeskComment, DeskAuthor } from "../shared/desk-types.ts";
import { markedText } from "./marked-text.ts";
import type { DeskTranslator } from "./messages.ts";

/** `onAuthor` opens what is known of them. */
export function authorLine(
  comment: DeskComment,
  translator: DeskTranslator,
  onAuthor: () => void,
): TemplateResult {
  const { author, findings, id } = comment;
  const inName = findings.filter(({ field }) => field === "name");
  return html`<div class="author">
    ${inName.length > 0
      ? html`<bdi class="name">${markedText(author.name, inName, `name-${id}`, translator)}</bdi>
          <button type="button" class="link about" data-author @click=${onAuthor}>
            ${translator.say("author.about")}
          </button>`
      : html`<button
          type="button"
          class="link name"
          data-author
          aria-keyshortcuts="h"
          title=${translator.say("author.about")}
          @click=${onAuthor}
        >
          <bdi>${author.name}</bdi>
        </button>`}
    ${website(comment, translator)} ${history(author, translator)}
  </div>`;
}

/** Spelled out, so that one sees where it leads before going there. */
function website(
  comment: DeskComment,
  translator: DeskTranslator,
): TemplateResult | typeof nothing {
  const { author, findings, id } = comment;
  if (!author.website) return nothing;
  const found = findings.filter(({ field }) => field === "website");
  const text = markedText(author.website, found, `website-${id}`, translator);
  if (found.length > 0 || !/^https?:\/\//i.test(author.website))
    return html`<span class="website"><bdi dir="ltr">${text}</bdi></span>`;
  return html`<a
    class="website"
    href=${author.website}
    target="_blank"
    rel="noopener noreferrer nofollow"
    title=${translator.say("card.website", { name: author.name })}
    ><bdi dir="ltr">${text}</bdi></a
  >`;
}

/** What became of their other comments, in all and lately. */
function history(author: DeskAuthor, translator: DeskTranslator): TemplateResult {
  const { published, rejected, waiting, lately, standing } = author;
  const trusted =
    standing === "trusted"
      ? html`<strong class="trusted">${translator.say("card.trusted")}</strong>`
      : nothing;
  if (published + rejected === 0)
    return html`<span class="history ${waiting === 0 ? "first" : ""}"
        >${waiting === 0
          ? translator.say("card.first")
          : translator.say("card.undecided", { count: waiting })}</span
      >
      ${trusted}`;
  return html`<span class="history"
      >${bar(author)} ${translator.say("card.history", { published, rejected })}</span
    >
    <span class="history">${bar(lately)} ${translator.say("card.lately", lately)}</span>
    ${trusted}`;
}

function bar({ published, rejected }: Pick<DeskAuthor, "published" | "rejected">) {
  const all = published + rejected;
  if (all === 0) return nothing;
  return html`<svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
    ${svg`<rect class="bad" width="100" height="6" /><rect
      class="good"
      width=${(100 * published) / all}
      height="6"
    />`}
  </svg>`;
}
