// One comment with what was replied to it.

import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { unsafeHTML } from "lit/directives/unsafe-html.js";

import { avatar } from "./avatar.ts";
import type { FormContext } from "./comment-form.ts";
import { nameOf, type Entry } from "./discussion.ts";
import { isWebAddress } from "./form-fields.ts";
import type { MessageKey, WidgetTranslator } from "./messages.ts";
import type { OpenPanel } from "./open-panel.ts";
import type { PanelKind } from "./panel.ts";
import type { Thread } from "./threads.ts";
import { absoluteTime, relativeTime } from "../shared/time-text.ts";

/** What items need of the widget around them. */
export interface ItemContext {
  translator: WidgetTranslator;
  now: Date;
  form: FormContext;
  /** Whether the story takes comments. */
  isOpen: boolean;
  replyingTo: string | undefined;
  /** The comment that the page's address points to. */
  target: string | undefined;
  panels: OpenPanel;
  onReply: (id: string) => void;
  onCancel: () => void;
  onMore: () => void;
  onReveal: (id: string) => void;
  onHide: (id: string) => void;
  onLink: (id: string, event: Event) => void;
}

export function renderThreads(threads: readonly Thread[], context: ItemContext): unknown {
  return repeat(
    threads,
    ({ entry }) => entry.id,
    (thread) => renderThread(thread, context),
  );
}

function renderThread(thread: Thread, context: ItemContext): TemplateResult {
  const { entry, replies } = thread;
  return html`<li class="thread" data-id=${entry.id}>
    ${renderComment(thread, context)}
    ${context.panels.render(entry)}
    ${context.replyingTo === entry.id
      ? html`<rejoinder-comment-form
          class="reply-form"
          .context=${context.form}
          .replyTo=${entry.comment}
          .closed=${!context.isOpen}
          .cancel=${context.onCancel}
        ></rejoinder-comment-form>`
      : nothing}
    ${replies.length > 0
      ? html`<ol class="replies" part="replies">
          ${renderThreads(replies, context)}
        </ol>`
      : nothing}
  </li>`;
}

function renderComment(thread: Thread, context: ItemContext): TemplateResult {
  const { entry } = thread;
  const classes = [
    "comment",
    entry.own ? "own" : "",
    entry.state === "published" ? "" : "unpublished",
    context.target === entry.id ? "target" : "",
  ];
  return html`<article
    class=${classes.filter(Boolean).join(" ")}
    part="comment"
    id="comment-${entry.id}"
    tabindex="-1"
    aria-labelledby="by-${entry.id}"
  >
    ${avatar(entry.comment?.author.avatar ?? entry.id, nameOf(entry))}
    ${renderByline(thread, context)} ${renderBody(entry)}
    ${entry.own && entry.state !== "published" ? renderOwnState(entry, context) : nothing}
    ${renderActions(thread, context)}
  </article>`;
}

function renderByline({ entry, inReplyTo }: Thread, context: ItemContext): TemplateResult {
  const { translator } = context;
  const date = new Date(entry.created_at);
  const { language } = translator;
  return html`<header class="byline" part="byline" id="by-${entry.id}">
    <span class="names">
      ${renderAuthor(entry, translator)}
      ${entry.own
        ? html`<span class="badge" part="badge">${translator.say("comment.you")}</span>`
        : nothing}
      ${entry.comment?.author.badges?.map(
        (badge) => html`<span class="badge" part="badge">${badge}</span>`,
      )}
    </span>
    <span class="meta">
      <a href="#comment-${entry.id}" @click=${(event: Event) => context.onLink(entry.id, event)}
        ><time datetime=${entry.created_at} title=${absoluteTime(date, language)}
          >${relativeTime(date, context.now, language) ?? translator.say("time.now")}</time
        ></a
      >
      ${entry.comment?.edited_at ? html`<span>${translator.say("comment.edited")}</span>` : nothing}
      ${inReplyTo
        ? html`<a
            href="#comment-${inReplyTo.id}"
            @click=${(event: Event) => context.onLink(inReplyTo.id, event)}
            >${translator.say("comment.in_reply_to", { name: nameOf(inReplyTo) })}</a
          >`
        : nothing}
    </span>
  </header>`;
}

function renderAuthor(entry: Entry, translator: WidgetTranslator): TemplateResult {
  const name = nameOf(entry);
  const website = entry.comment?.author.website;
  // Isolated, so that a name written from right to left does not turn the line around.
  if (website === undefined || !isWebAddress(website))
    return html`<bdi class="author" part="author">${name}</bdi>`;
  return html`<a
    class="author"
    part="author"
    href=${website}
    rel="nofollow ugc noopener"
    title=${translator.say("comment.website", { name })}
    ><bdi>${name}</bdi></a
  >`;
}

/** The server's HTML is of a closed grammar; nothing in it was typed as such by anybody. */
function renderBody({ comment, own }: Entry): TemplateResult {
  if (comment)
    return html`<div class="body" part="body" dir="auto">${unsafeHTML(comment.html)}</div>`;
  return html`<div class="body typed" part="body" dir="auto">${own?.text ?? ""}</div>`;
}

const ownStates: Record<Exclude<Entry["state"], "published">, [MessageKey, MessageKey?]> = {
  submitted: ["own.submitted"],
  pending: ["own.pending", "own.pending.note"],
  rejected: ["own.rejected", "own.rejected.note"],
};

function renderOwnState(
  { id, state }: Entry,
  { translator, onHide }: ItemContext,
): TemplateResult | typeof nothing {
  if (state === "published") return nothing;
  const [what, note] = ownStates[state];
  return html`<p class="own-state" part="own-state" data-state=${state}>
    <strong>${translator.say(what)}</strong>
    ${note ? translator.say(note) : nothing}
    ${state === "rejected"
      ? html`<button type="button" class="link" @click=${() => onHide(id)}>
          ${translator.say("own.hide")}
        </button>`
      : nothing}
  </p>`;
}

function renderActions(
  { entry, heldReplies }: Thread,
  context: ItemContext,
): TemplateResult | typeof nothing {
  const { translator } = context;
  const canReply = context.isOpen && entry.state === "published";
  const panels = panelsFor(entry, context.now);
  if (!canReply && heldReplies === 0 && panels.length === 0) return nothing;
  return html`<footer class="actions" part="actions">
    ${canReply
      ? html`<button
          type="button"
          class="link reply"
          part="reply-button"
          aria-label=${translator.say("comment.reply.label", { name: nameOf(entry) })}
          aria-expanded=${context.replyingTo === entry.id}
          @click=${() => context.onReply(entry.id)}
        >
          ${translator.say("comment.reply")}
        </button>`
      : nothing}
    ${panels.map(
      (kind) => html`<button
        type="button"
        class="link ${kind}"
        part="${kind}-button"
        aria-label=${kind === "report"
          ? translator.say("comment.report.label", { name: nameOf(entry) })
          : nothing}
        aria-expanded=${context.panels.is(entry.id, kind)}
        @click=${() => context.panels.toggle(entry.id, kind)}
      >
        ${translator.say(`comment.${kind}`)}
      </button>`,
    )}
    ${heldReplies > 0
      ? html`<button type="button" class="link fresh" @click=${() => context.onReveal(entry.id)}>
          ${translator.say("comment.new_replies", { count: heldReplies })}
        </button>`
      : nothing}
  </footer>`;
}

/** One's own comment can be changed for a while and deleted; others' are reported. */
function panelsFor({ state, own }: Entry, now: Date): PanelKind[] {
  if (state !== "published" && state !== "pending") return [];
  if (!own) return ["report"];
  const isEditable = own.editable_until !== undefined && now < new Date(own.editable_until);
  return isEditable ? ["edit", "withdraw"] : ["withdraw"];
}
