// The list of comments, or what stands in its place while there is none.

import { html, nothing, type TemplateResult } from "lit";

import { describeError } from "../shared/errors.ts";
import { renderThreads, type ItemContext } from "./comment-item.ts";
import type { Conversation } from "./conversation.ts";
import type { View } from "./threads.ts";

export function renderList(
  view: View,
  conversation: Conversation,
  context: ItemContext,
): TemplateResult {
  if (conversation.phase === "loading") return renderLoading(context);
  if (conversation.phase === "failed") return renderFailure(conversation, context);
  const isEmpty = view.loaded.length + view.beyond.length + view.held === 0;
  const emptyText = context.isOpen ? "list.empty" : "list.empty.closed";
  return html`
    ${isEmpty
      ? html`<p class="empty" part="empty">${context.translator.say(emptyText)}</p>`
      : nothing}
    <ol class="list" part="list">
      ${renderThreads(view.loaded, context)}
    </ol>
    ${conversation.discussion.next === null ? nothing : renderMore(conversation, context)}
    ${view.beyond.length > 0
      ? html`<ol class="list" part="list">
          ${renderThreads(view.beyond, context)}
        </ol>`
      : nothing}
  `;
}

/** Keeps some room, so that the page below does not jump far when the comments come. */
function renderLoading({ translator }: ItemContext): TemplateResult {
  return html`<div class="loading" part="loading" role="status">
    <span class="unseen">${translator.say("list.loading")}</span>
    ${[1, 2, 3].map(() => html`<div class="bone" aria-hidden="true"></div>`)}
  </div>`;
}

function renderFailure(conversation: Conversation, { translator }: ItemContext): TemplateResult {
  return html`<div class="failed" role="alert">
    <p>${describeError(translator, conversation.error)}</p>
    <button type="button" class="quiet" @click=${() => conversation.wake()}>
      ${translator.say("list.retry")}
    </button>
  </div>`;
}

function renderMore({ error }: Conversation, { translator, onMore }: ItemContext): TemplateResult {
  return html`<div class="more">
    ${error ? html`<p role="alert">${describeError(translator, error)}</p>` : nothing}
    <button type="button" class="quiet" part="more-button" @click=${onMore}>
      ${translator.say("list.more")}
    </button>
  </div>`;
}
