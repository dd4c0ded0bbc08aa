// About which story a comment is, and whether that takes more.

import { html, nothing, type TemplateResult } from "lit";

import type { DeskComment } from "../shared/desk-types.ts";
import type { StoryState } from "../shared/types.ts";
import type { CardContext } from "./comment-card.ts";

export function storyLine(
  comment: DeskComment,
  context: CardContext,
  isOpen: boolean,
): TemplateResult {
  const { translator, onOnlyStory, onStoryState } = context;
  const { story, site } = comment;
  const title = story.title || story.id;
  return html`<p class="story">
      <span class="site">${site}</span>
      ${isWebAddress(story.url)
        ? html`<a
            href=${story.url}
            target="_blank"
            rel="noopener noreferrer"
            title=${translator.say("card.open_story")}
            ><bdi>${title}</bdi></a
          >`
        : html`<bdi>${title}</bdi>`}
      ${placeLink(comment, context)}
      <button type="button" class="link" data-only-story @click=${() => onOnlyStory(comment)}>
        ${translator.say("card.only_story")}
      </button>
      ${stateOf(comment, context, isOpen)}
    </p>
    ${isOpen
      ? html`<rejoinder-story-settings
          .translator=${translator}
          .state=${story.state}
          .onChoose=${(to: StoryState) => onStoryState(comment, to)}
        ></rejoinder-story-settings>`
      : nothing}`;
}

/** Where readers see it, as the widget writes the addresses of comments. */
function placeLink(
  { id, state, story }: DeskComment,
  { translator }: CardContext,
): TemplateResult | typeof nothing {
  if (state !== "published" || !isWebAddress(story.url)) return nothing;
  return html`<a
    class="place"
    href="${story.url.split("#")[0]}#comment-${id}"
    target="_blank"
    rel="noopener noreferrer"
    >${translator.say("card.place")}</a
  >`;
}

function stateOf(
  { id, story }: DeskComment,
  { translator, mayDecide, onUnfold }: CardContext,
  isOpen: boolean,
): TemplateResult {
  const state = translator.say(`story.${story.state}`);
  if (!mayDecide)
    return html`<span class="story-state" data-state=${story.state}>${state}</span>`;
  return html`<button
    type="button"
    class="story-state"
    data-state=${story.state}
    aria-expanded=${isOpen}
    title=${translator.say("story.label")}
    @click=${() => onUnfold(id, "story")}
  >
    ${state}<span class="unseen">. ${translator.say("story.change")}</span>
  </button>`;
}

/** Only what a browser fetches; an address of a story is the site's, not the reader's. */
function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url);
}
