// One comment, wherever it stands: its text, its author, what happened to it.

import { html, type TemplateResult } from "lit";

import type { DeskCommentInFull } from "../shared/desk-types.ts";
import type { DeskApi } from "../shared/desk-api.ts";
import { LightElement } from "./light-element.ts";
import { Loading } from "./loading.ts";
import { keyOr, type DeskTranslator } from "./messages.ts";
import type { Sheets } from "./sheets.ts";
import type { SignInState } from "./sign-in-state.ts";

export interface CommentSheetNeeds {
  api: DeskApi;
  signIn: SignInState;
  translator: DeskTranslator;
  sheets: Sheets;
}

export function openCommentSheet(needs: CommentSheetNeeds, id: string): void {
  const { api, signIn, translator, sheets } = needs;
  sheets.open({
    className: "comment-sheet",
    heading: translator.say("audit.comment"),
    content: () => html`<rejoinder-comment-sheet
      .commentId=${id}
      .translator=${translator}
      .load=${(wanted: string) => signIn.guard(() => api.comment(wanted))}
    ></rejoinder-comment-sheet>`,
  });
}

/** Properties: `commentId`, `translator`, `load`. */
export class CommentSheet extends LightElement {
  static override properties = {
    commentId: { attribute: false },
    translator: { attribute: false },
    load: { attribute: false },
  };

  declare commentId: string;
  declare translator: DeskTranslator;
  declare load: (id: string) => Promise<DeskCommentInFull>;

  readonly #comment = new Loading(this, () => this.load(this.commentId));

  override firstUpdated(): void {
    void this.#comment.load();
  }

  protected override render(): TemplateResult {
    return this.#comment.show(this.translator, (comment) => this.#show(comment));
  }

  #show(comment: DeskCommentInFull): TemplateResult {
    const { translator } = this;
    const { author, site, story, state, text } = comment;
    return html`<p>
        <strong><bdi>${author.name}</bdi></strong>
        <span class="mark-of">${translator.say(keyOr("state", state, "state.all"))}</span>
      </p>
      <p class="muted" dir="auto">${site} / ${story.title ?? story.id}</p>
      <blockquote class="typed" dir="auto">${text}</blockquote>
      <rejoinder-comment-details
        .translator=${translator}
        .comment=${comment}
        .load=${this.#load}
      ></rejoinder-comment-details>`;
  }

  /** What is here is not fetched once more. */
  readonly #load = async (id: string): Promise<DeskCommentInFull> =>
    id === this.commentId && this.#comment.value ? this.#comment.value : this.load(id);
}
