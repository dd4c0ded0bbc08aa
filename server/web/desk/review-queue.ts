// The list of comments to decide on.

import { html, nothing, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";

import { describeError } from "../shared/errors.ts";
import { cardSight } from "./card-sight.ts";
import type { CardContext, CommentCard } from "./comment-card.ts";
import { LightElement } from "./light-element.ts";
import type { LiveQueue } from "./live-queue.ts";
import { keyOr } from "./messages.ts";
import { isFiltered } from "./place.ts";
import type { Entry } from "./review-list.ts";

/** Properties: `queue`; `context`, a new one whenever something changed; `onReveal`, `onMore`. */
export class ReviewQueue extends LightElement {
  static override properties = {
    queue: { attribute: false },
    context: { attribute: false },
    onReveal: { attribute: false },
    onMore: { attribute: false },
  };

  declare queue: LiveQueue;
  declare context: CardContext;
  declare onReveal: () => void;
  declare onMore: () => void;

  /** The card of a comment, if it is shown. */
  card(id: string | undefined): CommentCard | undefined {
    const cards = this.querySelectorAll<CommentCard>("rejoinder-comment-card");
    return [...cards].find(({ entry }) => entry.comment.id === id);
  }

  protected override render(): TemplateResult {
    const { queue, context } = this;
    const { translator } = context;
    if (queue.phase === "loading")
      return html`<p class="empty">${translator.say("desk.loading")}</p>`;
    if (queue.phase === "failed") return this.#failed();
    const isNewestFirst = queue.place.sort === "newest";
    return html`
      ${queue.error
        ? html`<p class="stale" role="status">
            ${translator.say("queue.stale", { reason: describeError(translator, queue.error) })}
          </p>`
        : nothing}
      ${isNewestFirst ? this.#pill() : nothing}
      ${queue.list.visible.length === 0 ? this.#empty() : nothing}
      <ol class="queue" aria-label=${translator.say("queue.label")}>
        ${repeat(
          queue.list.visible,
          ({ comment }) => comment.id,
          (entry) => guard(cardSight(entry, context), () => this.#item(entry)),
        )}
      </ol>
      ${queue.list.next === null
        ? nothing
        : html`<button type="button" class="quiet more" @click=${this.onMore}>
            ${translator.say("queue.more")}
          </button>`}
      ${isNewestFirst ? nothing : this.#pill()}
    `;
  }

  /** Told of a new context only when it shows: there may be a thousand cards. */
  #item(entry: Entry): TemplateResult {
    return html`<li>
      <rejoinder-comment-card
        .entry=${entry}
        .context=${this.context}
      ></rejoinder-comment-card>
    </li>`;
  }

  /** Always there, because only what appears in a live region is read out. */
  #pill(): TemplateResult {
    const count = this.queue.list.freshCount;
    return html`<div class="fresh" aria-live="polite">
      ${count === 0
        ? nothing
        : html`<button type="button" class="primary" @click=${this.onReveal}>
            ${this.context.translator.say("queue.fresh", { count })}
            <kbd aria-hidden="true">n</kbd>
          </button>`}
    </div>`;
  }

  #empty(): TemplateResult {
    const { place } = this.queue;
    const key = isFiltered(place)
      ? "queue.empty.filtered"
      : keyOr("queue.empty", place.state, "queue.empty.other");
    return html`<p class="empty">${this.context.translator.say(key)}</p>`;
  }

  #failed(): TemplateResult {
    const { translator } = this.context;
    return html`<div class="empty" role="alert">
      <p>${describeError(translator, this.queue.error)}</p>
      <button type="button" class="quiet" @click=${() => this.queue.wake()}>
        ${translator.say("queue.retry")}
      </button>
    </div>`;
  }
}
