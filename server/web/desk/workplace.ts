// What a signed-in moderator has before them: tabs, filters, comments, and keys to work with.

import { html, nothing, type PropertyValues, type TemplateResult } from "lit";

import type { DeskApi } from "../shared/desk-api.ts";
import type { DecisionAction } from "../shared/desk-types.ts";
import type { CardContext, CommentCard } from "./comment-card.ts";
import type { FilterBar } from "./filter-bar.ts";
import type { FocusView } from "./focus-view.ts";
import { listenForKeys } from "./hotkeys.ts";
import { LightElement } from "./light-element.ts";
import type { LiveQueue } from "./live-queue.ts";
import type { DeskTranslator } from "./messages.ts";
import type { Notices } from "./notices.ts";
import { pageNameOf } from "./pages.ts";
import type { DeskTab, Place } from "./place.ts";
import type { ReviewQueue } from "./review-queue.ts";
import type { Sheets } from "./sheets.ts";
import type { SignInState } from "./sign-in-state.ts";
import { whereText, windowName } from "./where-text.ts";
import { Work } from "./work.ts";

/** "5 minutes ago" goes on. */
const tickMs = 30_000;

/**
 * Properties: `api`, `signIn`, `translator`, `notices`, `sheets`; `suspended` while the session
 * has ended; `isCovered` while keys are for something in front; `isAway` while another page is
 * looked at; `onFeed`, told how the connection is; `onHelp`.
 */
export class Workplace extends LightElement {
  static override properties = {
    api: { attribute: false },
    signIn: { attribute: false },
    translator: { attribute: false },
    notices: { attribute: false },
    sheets: { attribute: false },
    suspended: { attribute: false },
    isCovered: { attribute: false },
    isAway: { attribute: false },
    onFeed: { attribute: false },
    onHelp: { attribute: false },
  };

  declare api: DeskApi;
  declare signIn: SignInState;
  declare translator: DeskTranslator;
  declare notices: Notices;
  declare sheets: Sheets;
  declare suspended: boolean;
  declare isCovered: boolean;
  declare isAway: boolean;
  declare onFeed: (state: LiveQueue["feedState"]) => void;
  declare onHelp: () => void;

  #work: Work | undefined;
  #endings: (() => void)[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    const wake = () => {
      if (document.visibilityState === "visible") this.#work?.queue.wake();
    };
    const follow = () => this.#followAddress();
    const ticking = setInterval(() => this.requestUpdate(), tickMs);
    window.addEventListener("popstate", follow);
    window.addEventListener("online", wake);
    document.addEventListener("visibilitychange", wake);
    this.#endings = [
      listenForKeys((command, event) => {
        if (!this.suspended && !this.isCovered && !this.isAway) this.#work?.obey(command, event);
      }),
      () => clearInterval(ticking),
      () => window.removeEventListener("popstate", follow),
      () => window.removeEventListener("online", wake),
      () => document.removeEventListener("visibilitychange", wake),
    ];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const end of this.#endings) end();
    // Forgotten first: what it still tells is of no interest any more.
    const work = this.#work;
    this.#work = undefined;
    work?.stop();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#work ??= this.#begin();
    if (changed.get("isAway")) this.#comeBack();
    if (!changed.has("suspended")) return;
    if (this.suspended) this.#work.stop();
    else this.#work.start();
  }

  protected override render(): TemplateResult | typeof nothing {
    const work = this.#work;
    if (!work) return nothing;
    const { translator } = this;
    const { place, counts } = work.queue;
    return html`
      <section aria-label=${translator.say("tabs.label")}>
        <rejoinder-state-tabs
          .translator=${translator}
          .place=${place}
          .counts=${counts}
          .onChoose=${(state: DeskTab) => work.goToTab(state)}
        ></rejoinder-state-tabs>
      </section>
      ${work.isFocusMode ? nothing : this.#filters(work)}
      ${this.signIn.mayDecide
        ? nothing
        : html`<p class="hint">${translator.say("desk.viewer")}</p>`}
      <p class="unseen" role="status">${whereText(translator, work.queue)}</p>
      <main id="comments" tabindex="-1">
        <h2 class="unseen">${translator.say("queue.label")}</h2>
        <div id="queue-panel" role="tabpanel" aria-labelledby="tab-${place.state}">
          ${work.isFocusMode ? this.#focusView(work) : this.#list(work)}
        </div>
      </main>
    `;
  }

  #filters(work: Work): TemplateResult {
    return html`<rejoinder-filter-bar
      .translator=${this.translator}
      .place=${work.queue.place}
      .known=${work.known}
      .reasonCounts=${work.queue.reasons}
      .onPlace=${(to: Place) => work.go(to)}
    ></rejoinder-filter-bar>`;
  }

  #list(work: Work): TemplateResult {
    return html`<div class="list-tools">
        ${this.signIn.mayDecide ? this.#selectionBar(work) : nothing}
        <button
          type="button"
          class="link"
          data-focus-mode
          aria-keyshortcuts="f"
          @click=${() => void work.setFocusMode(true)}
        >
          ${this.translator.say("focus.enter")} <kbd aria-hidden="true">f</kbd>
        </button>
      </div>
      <rejoinder-review-queue
        .queue=${work.queue}
        .context=${this.#context(work)}
        .onReveal=${() => void work.reveal()}
        .onMore=${() => void work.queue.loadMore()}
      ></rejoinder-review-queue>`;
  }

  #selectionBar(work: Work): TemplateResult {
    return html`<rejoinder-selection-bar
      .translator=${this.translator}
      .count=${work.selection.size}
      .listed=${work.queue.list.shown.length}
      .isBusy=${work.isBusy}
      .onDecide=${(action: DecisionAction) => void work.decideSelection(action)}
      .onListed=${() => work.selectListed()}
      .onClear=${() => work.selectNone()}
      .onMatching=${(action: DecisionAction) => {
        work.sheets.decideMatching(work.queue.place, action);
      }}
    ></rejoinder-selection-bar>`;
  }

  #focusView(work: Work): TemplateResult {
    return html`<rejoinder-focus-view
      .queue=${work.queue}
      .context=${this.#context(work)}
      .onLeave=${() => void work.setFocusMode(false)}
    ></rejoinder-focus-view>`;
  }

  /** To where one was, or where the way back leads to. */
  #comeBack(): void {
    this.#followAddress();
    this.#changed();
    const id = this.#work?.selected;
    if (id === undefined) void this.updateComplete.then(() => this.querySelector("main")?.focus());
    else void this.#focusCard(id);
  }

  #followAddress(): void {
    if (pageNameOf(location.search) === "queue") this.#work?.followAddress();
  }

  #begin(): Work {
    const { api, signIn, translator, notices, sheets } = this;
    return new Work({
      ...{ api, signIn, translator, notices, sheets },
      onHelp: () => this.onHelp(),
      view: {
        changed: () => this.#changed(),
        focusCard: (id) => this.#focusCard(id),
        toggleWords: (id) => this.#card(id)?.toggleWords(),
        focusMain: () => this.querySelector<HTMLElement>("main")?.focus(),
        focusFilters: async () => {
          await this.updateComplete;
          this.querySelector<FilterBar>("rejoinder-filter-bar")?.focusFirst();
        },
        isCovered: () => this.isCovered || this.isAway,
        isAway: () => this.isAway,
      },
    });
  }

  #changed(): void {
    const queue = this.#work?.queue;
    if (!queue) return;
    this.onFeed(queue.feedState);
    if (!this.isAway) document.title = windowName(this.translator, queue);
    this.requestUpdate();
  }

  #context(work: Work): CardContext {
    const { translator, signIn, api } = this;
    const { state } = work.queue.place;
    return {
      translator,
      now: new Date(Date.now()),
      me: signIn.moderator?.name ?? "",
      mayDecide: signIn.mayDecide,
      selected: work.selected,
      unfolded: work.unfolded,
      showsState: state === "reported" || state === "all",
      claimedBy: (id) => work.queue.claims.holderOf(id),
      isChosen: (id) => work.selection.has(id),
      onChoose: (id, isRange) => work.choose(id, isRange),
      onAuthor: (comment) => work.sheets.openAuthor(comment),
      onDecide: (id, action) => void work.decide(id, action),
      onReason: (comment) => work.sheets.askReason(comment),
      onCluster: (comment) => work.sheets.openCluster(comment),
      onEdit: (comment) => work.sheets.changeText(comment, "edit"),
      onMask: (comment) => work.sheets.changeText(comment, "mask"),
      onSelect: (id) => work.select(id),
      onUnfold: (id, what) => work.unfold(id, what),
      onStoryState: (comment, to) => work.changeStory(comment, to),
      onOnlyStory: (comment) => work.onlyStory(comment),
      load: (id) => signIn.guard(() => api.comment(id)),
    };
  }

  get #shownList(): ReviewQueue | FocusView | null {
    return this.querySelector("rejoinder-review-queue, rejoinder-focus-view");
  }

  #card(id: string): CommentCard | undefined {
    return this.#shownList?.card(id);
  }

  async #focusCard(id: string): Promise<void> {
    await this.updateComplete;
    await this.#shownList?.updateComplete;
    const card = this.#card(id);
    await card?.updateComplete;
    card?.focusCard();
    card?.scrollIntoView({ block: "nearest" });
  }
}
