// One comment at a time, large, with all that is known of it.

import { html, type TemplateResult } from "lit";

import type { CardContext, CommentCard } from "./comment-card.ts";
import { LightElement } from "./light-element.ts";
import type { LiveQueue } from "./live-queue.ts";

/** Properties: `queue`; `context`, a new one whenever something changed; `onLeave`. */
export class FocusView extends LightElement {
  static override properties = {
    queue: { attribute: false },
    context: { attribute: false },
    onLeave: { attribute: false },
  };

  declare queue: LiveQueue;
  declare context: CardContext;
  declare onLeave: () => void;

  /** The one card there is, if it is that of the comment. */
  card(id: string | undefined): CommentCard | undefined {
    const card = this.querySelector<CommentCard>("rejoinder-comment-card");
    return card && card.entry.comment.id === id ? card : undefined;
  }

  protected override render(): TemplateResult {
    const { queue, context } = this;
    const { translator } = context;
    const shown = queue.list.shown;
    const at = shown.findIndex(({ comment }) => comment.id === context.selected);
    // What others took leaves its note here, too.
    const entry = queue.list.visible.find(({ comment }) => comment.id === context.selected);
    const values = { at: Math.max(0, at) + 1, count: shown.length };
    return html`<div class="focus-view">
      <p class="focus-head">
        <span role="status">
          ${entry ? translator.say("focus.place", values) : translator.say("focus.empty")}
        </span>
        <button type="button" class="link" aria-keyshortcuts="f" @click=${this.onLeave}>
          ${translator.say("focus.leave")} <kbd aria-hidden="true">f</kbd>
        </button>
      </p>
      ${entry
        ? html`<rejoinder-comment-card
            .entry=${entry}
            .context=${context}
          ></rejoinder-comment-card>`
        : html`<p class="empty">${translator.say("queue.empty.other")}</p>`}
    </div>`;
  }
}
