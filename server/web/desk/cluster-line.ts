// Tells that many comments of much the same text wait, and offers one decision on all of them.

import { html, nothing, type TemplateResult } from "lit";

import type { DeskComment } from "../shared/desk-types.ts";
import type { CardContext } from "./comment-card.ts";

export type Cluster = NonNullable<DeskComment["cluster"]>;

/** From two on, it is more than the comment itself. */
export function clusterOf({ cluster }: Pick<DeskComment, "cluster">): Cluster | undefined {
  return cluster && cluster.waiting >= 2 ? cluster : undefined;
}

export function clusterLine(
  comment: DeskComment,
  { translator, mayDecide, onCluster }: CardContext,
): TemplateResult | typeof nothing {
  const cluster = clusterOf(comment);
  if (!cluster) return nothing;
  return html`<p class="cluster">
    <span>${translator.say("cluster.waiting", { count: cluster.waiting })}</span>
    ${mayDecide
      ? html`<button
          type="button"
          class="quiet"
          data-cluster
          aria-keyshortcuts="c"
          @click=${() => onCluster(comment)}
        >
          ${translator.say("cluster.decide")} <kbd aria-hidden="true">c</kbd>
        </button>`
      : nothing}
  </p>`;
}
