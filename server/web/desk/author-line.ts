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

/** As the filters see it, unless they were told otherwise. */
const trustedMin = 20;
const rejectedShareMax = 0.05;

function isTrusted({ published, rejected }: DeskAuthor): boolean {
  return published >= trustedMin && rejected <= rejectedShareMax * (published + rejected);
}

function history(author: DeskAuthor, translator: DeskTranslator): TemplateResult {
  const { published, rejected } = author;
  const all = published + rejected;
  if (all === 0)
    return html`<span class="history first">${translator.say("card.first")}</span>`;
  const share = (100 * published) / all;
  return html`<span class="history">
    <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      ${svg`<rect class="bad" width="100" height="6" /><rect
        class="good"
        width=${share}
        height="6"
      />`}
    </svg>
    ${translator.say("card.history", { published, rejected })}
    ${isTrusted(author)
      ? html`<strong class="trusted">${translator.say("card.trusted")}</strong>`
      : nothing}
  </span>`;
}
