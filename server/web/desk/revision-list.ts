// The edits of a comment, with what each changed.

import { html, nothing, type TemplateResult } from "lit";

import type { DeskCommentInFull, Revision } from "../shared/desk-types.ts";
import { absoluteTime } from "../shared/time-text.ts";
import type { DeskTranslator } from "./messages.ts";
import { wordDiff, type Change } from "./word-diff.ts";

export function revisionList(
  { revisions = [], text }: DeskCommentInFull,
  translator: DeskTranslator,
): TemplateResult | typeof nothing {
  if (revisions.length === 0) return nothing;
  return html`<h3>${translator.say("details.revisions", { count: revisions.length })}</h3>
    <ol class="revisions">
      ${revisions.map((revision, index) =>
        line(revision, revisions[index + 1]?.text ?? text, translator),
      )}
    </ol>`;
}

function line(
  { text, by, at, reason, undone }: Revision,
  after: string,
  translator: DeskTranslator,
): TemplateResult {
  const time = absoluteTime(new Date(at), translator.language);
  return html`<li>
    <p>
      ${translator.say("revision.by", { by, time })}
      ${reason ? html`<span class="muted">${reason}</span>` : nothing}
      ${undone ? html`<em>${translator.say("revision.undone")}</em>` : nothing}
    </p>
    <p class="typed changes" dir="auto">${wordDiff(text, after).map(marked)}</p>
  </li>`;
}

function marked({ kind, text }: Change): unknown {
  if (kind === "same") return text;
  return kind === "removed" ? html`<del>${text}</del>` : html`<ins>${text}</ins>`;
}
