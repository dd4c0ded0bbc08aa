// One comment to decide on: who, where, what, and why it is here.

import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";

import type { DecisionAction, DeskComment, DeskCommentInFull } from "../shared/desk-types.ts";
import { absoluteTime, relativeTime } from "../shared/time-text.ts";
import type { StoryState } from "../shared/types.ts";
import { authorLine } from "./author-line.ts";
import { clusterLine } from "./cluster-line.ts";
import { isEditable } from "./edits.ts";
import { groupFindings, type FindingGroup } from "./finding-marks.ts";
import { LightElement } from "./light-element.ts";
import { linkList } from "./link-list.ts";
import { markedText, weightText } from "./marked-text.ts";
import { keyOr, reasonName, type DeskTranslator } from "./messages.ts";
import { parentLine } from "./parent-line.ts";
import { reasonText } from "./reject-reasons.ts";
import type { Entry } from "./review-list.ts";
import { storyLine } from "./story-line.ts";

/** What cards need of the place around them. */
export interface CardContext {
  translator: DeskTranslator;
  now: Date;
  /** The moderator's own name: their decisions in other windows are told as theirs. */
  me: string;
  mayDecide: boolean;
  selected: string | undefined;
  /** What is unfolded below the comment of this id. */
  unfolded: { id: string; what: "details" | "story" } | undefined;
  /** Where comments of more than one state are listed, each tells its own. */
  showsState: boolean;
  /** Who else has a comment open. */
  claimedBy: (id: string) => string | undefined;
  isChosen: (id: string) => boolean;
  onChoose: (id: string, isRange: boolean) => void;
  onAuthor: (comment: DeskComment) => void;
  onDecide: (id: string, action: DecisionAction) => void;
  onReason: (comment: DeskComment) => void;
  onCluster: (comment: DeskComment) => void;
  onEdit: (comment: DeskComment) => void;
  onMask: (comment: DeskComment) => void;
  onSelect: (id: string) => void;
  onUnfold: (id: string, what: "details" | "story") => void;
  onStoryState: (comment: DeskComment, state: StoryState) => Promise<void>;
  onOnlyStory: (comment: DeskComment) => void;
  load: (id: string) => Promise<DeskCommentInFull>;
}

/** Properties: `entry`, `context` (a new one whenever anything has changed). */
export class CommentCard extends LightElement {
  static override properties = {
    entry: { attribute: false },
    context: { attribute: false },
  };

  declare entry: Entry;
  declare context: CardContext;

  /** The comment whose words were asked for. */
  #wordsOf: string | undefined;

  /** Shows what is blurred, or blurs it again. */
  toggleWords(): void {
    this.#wordsOf = this.entry.comment.id;
    this.toggleAttribute("data-words");
  }

  focusCard(): void {
    this.querySelector<HTMLElement>("article")?.focus({ preventScroll: true });
  }

  /** A note takes as much room as the comment did, so that nothing moves under the cursor. */
  protected override willUpdate(): void {
    if (this.entry.comment.id !== this.#wordsOf) this.removeAttribute("data-words");
    const isGone = this.entry.status === "gone";
    if (isGone && !this.style.minHeight && this.isConnected)
      this.style.minHeight = `${this.getBoundingClientRect().height}px`;
    if (!isGone) this.style.minHeight = "";
  }

  protected override render(): TemplateResult {
    return this.entry.status === "gone" ? this.#departed() : this.#card();
  }

  #card(): TemplateResult {
    const { context } = this;
    const { comment, problem } = this.entry;
    const { translator } = context;
    const isSelected = context.selected === comment.id;
    return html`<article
      class="card ${context.isChosen(comment.id) ? "chosen" : ""}"
      data-comment-id=${comment.id}
      tabindex=${isSelected ? "0" : "-1"}
      aria-current=${isSelected ? "true" : nothing}
      aria-label=${translator.say("card.label", { name: comment.author.name })}
      @pointerdown=${() => context.onSelect(comment.id)}
      @focusin=${() => context.onSelect(comment.id)}
    >
      ${this.#claim(comment)}
      <header>
        ${context.mayDecide ? this.#choice(comment) : nothing}
        ${authorLine(comment, translator, () => context.onAuthor(comment))}
        ${this.#when(comment)} ${this.#marks(comment)}
      </header>
      <div class="content">
        ${storyLine(comment, context, this.#isUnfolded("story"))}
        ${parentLine(comment, translator, this.#isUnfolded("details"))}
        <div class="typed" dir="auto">${this.#text(comment)}</div>
        ${linkList(comment, translator)} ${this.#findings(comment)}
        ${clusterLine(comment, context)}
        ${problem ? html`<p class="problem">${problem}</p>` : nothing}
        <footer>
          ${this.#decisions(comment)} ${this.#detailsButton(comment)} ${this.#changes(comment)}
        </footer>
        ${this.#details(comment)}
      </div>
    </article>`;
  }

  #departed(): TemplateResult {
    return html`<p class="departed" data-gone=${this.entry.comment.id}>
      ${departureText(this.entry, this.context)}
    </p>`;
  }

  /** In room that is there anyhow, so that nothing moves when somebody comes or goes. */
  #claim({ id }: DeskComment): TemplateResult | typeof nothing {
    const name = this.context.claimedBy(id);
    if (name === undefined) return nothing;
    return html`<p class="claim" data-claim>
      ${this.context.translator.say("card.claimed", { name })}
    </p>`;
  }

  #choice({ id, author }: DeskComment): TemplateResult {
    const { translator, isChosen, onChoose } = this.context;
    return html`<label class="choice">
      <input
        type="checkbox"
        data-choose
        .checked=${live(isChosen(id))}
        aria-label=${translator.say("card.select", { name: author.name })}
        aria-keyshortcuts="x"
        @click=${(event: MouseEvent) => onChoose(id, event.shiftKey)}
      />
    </label>`;
  }

  /** How it stands, and with how many readers. */
  #marks(comment: DeskComment): TemplateResult | typeof nothing {
    const { state, open_reports = 0, edited_at } = comment;
    const { translator, showsState } = this.context;
    if (!showsState && open_reports === 0 && !edited_at) return nothing;
    return html`<p class="marks">
      ${showsState
        ? html`<span class="state" data-state=${state}
            >${translator.say(keyOr("state", state, "queue.label"))}</span
          >`
        : nothing}
      ${open_reports > 0
        ? html`<strong class="reported"
            >${translator.say("card.reports", { count: open_reports })}</strong
          >`
        : nothing}
      ${edited_at
        ? html`<time datetime=${edited_at} title=${this.#fullTime(edited_at)}
            >${translator.say("card.edited")}</time
          >`
        : nothing}
    </p>`;
  }

  #when({ created_at }: DeskComment): TemplateResult {
    const { translator, now } = this.context;
    const time = new Date(created_at);
    return html`<time datetime=${created_at} title=${this.#fullTime(created_at)}
      >${relativeTime(time, now, translator.language) ?? translator.say("time.now")}</time
    >`;
  }

  #fullTime(time: string): string {
    return absoluteTime(new Date(time), this.context.translator.language);
  }

  #text({ id, text, findings }: DeskComment): unknown {
    const inText = findings.filter(({ field }) => field === "text");
    return markedText(text, inText, `text-${id}`, this.context.translator);
  }

  #findings({ findings, score }: DeskComment): TemplateResult {
    const { translator } = this.context;
    const groups = groupFindings(findings);
    if (groups.length === 0)
      return html`<p class="findings muted">${translator.say("card.nothing_found")}</p>`;
    return html`<ul class="findings" aria-label=${translator.say("card.findings")}>
      ${groups.map((group) => this.#finding(group))}
      <li class="score">${translator.say("card.score", { score })}</li>
    </ul>`;
  }

  #finding({ reason, details, count, weight }: FindingGroup): TemplateResult {
    const { translator } = this.context;
    return html`<li data-reason=${reason}>
      ${reasonName(translator, reason)}${count > 1 ? ` ×${count}` : ""}${weightText(
        weight,
        translator,
      )}
      ${details.length > 0 ? html`<bdi>${details.join(", ")}</bdi>` : nothing}
    </li>`;
  }

  #decisions(comment: DeskComment): TemplateResult | typeof nothing {
    const { translator, mayDecide, onDecide, onReason } = this.context;
    if (!mayDecide) return nothing;
    return html`<rejoinder-decision-bar
      .translator=${translator}
      .comment=${comment}
      .onDecide=${(action: DecisionAction) => onDecide(comment.id, action)}
      .onReason=${() => onReason(comment)}
    ></rejoinder-decision-bar>`;
  }

  #detailsButton({ id }: DeskComment): TemplateResult {
    const { translator, onUnfold } = this.context;
    return html`<button
      type="button"
      class="link"
      data-details
      aria-expanded=${this.#isUnfolded("details")}
      aria-keyshortcuts="e"
      @click=${() => onUnfold(id, "details")}
    >
      ${translator.say("card.details")}
    </button>`;
  }

  /** What may be changed of its text. */
  #changes(comment: DeskComment): TemplateResult | typeof nothing {
    const { translator, mayDecide, onMask, onEdit } = this.context;
    if (!mayDecide || !isEditable(comment)) return nothing;
    return html`<button
        type="button"
        class="link"
        data-mask
        aria-keyshortcuts="m"
        @click=${() => onMask(comment)}
      >
        ${translator.say("card.mask")} <kbd aria-hidden="true">m</kbd>
      </button>
      <button
        type="button"
        class="link"
        data-edit
        aria-keyshortcuts="i"
        @click=${() => onEdit(comment)}
      >
        ${translator.say("card.edit")} <kbd aria-hidden="true">i</kbd>
      </button>`;
  }

  #details(comment: DeskComment): TemplateResult | typeof nothing {
    if (!this.#isUnfolded("details")) return nothing;
    return html`<rejoinder-comment-details
      .translator=${this.context.translator}
      .comment=${comment}
      .load=${this.context.load}
    ></rejoinder-comment-details>`;
  }

  #isUnfolded(what: "details" | "story"): boolean {
    const { unfolded } = this.context;
    return unfolded?.what === what && unfolded.id === this.entry.comment.id;
  }
}

/** "Mira approved the comment by Tom." */
export function departureText(
  { comment, departure }: Pick<Entry, "comment" | "departure">,
  { translator, me }: Pick<CardContext, "translator" | "me">,
): string {
  const { name } = comment.author;
  const { by, to, reason } = departure ?? {};
  if (by === undefined) return translator.say("gone.other", { name });
  const who =
    by === me
      ? translator.say("gone.you")
      : by === "filters"
        ? translator.say("gone.filters")
        : by;
  const sentence = translator.say(keyOr("gone", to, "gone.other"), { by: who, name });
  if (!reason) return sentence;
  return translator.say("gone.reason", { sentence, reason: reasonText(translator, reason) });
}
