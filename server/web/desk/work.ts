// What a moderator does at the desk: goes about, looks closer, selects, decides, takes back.

import type { DeskApi } from "../shared/desk-api.ts";
import type { DecisionAction, DeskComment } from "../shared/desk-types.ts";
import type { StoryState } from "../shared/types.ts";
import { departureText, type CardContext } from "./comment-card.ts";
import { commandTable, type Hands } from "./command-table.ts";
import { Decisions } from "./decisions.ts";
import { isTypingIn, type Command } from "./hotkeys.ts";
import { Seen, type Known } from "./known.ts";
import { LiveQueue } from "./live-queue.ts";
import type { DeskTranslator } from "./messages.ts";
import type { Notices } from "./notices.ts";
import { openAuthorSheet, openBulkSheet, type SheetNeeds } from "./open-sheets.ts";
import { problemText } from "./outcome-text.ts";
import { inState, placeOf, searchOf, tabs, type DeskTab, type Place } from "./place.ts";
import { Selection } from "./selection.ts";
import type { Sheets } from "./sheets.ts";
import type { SignInState } from "./sign-in-state.ts";
import { changeStory } from "./story-change.ts";

/** What is seen of it. */
export interface View {
  changed: () => void;
  /** Once it is seen. */
  focusCard: (id: string) => Promise<void>;
  focusMain: () => void;
  /** Shows its blurred words, or blurs them again. */
  toggleWords: (id: string) => void;
  focusFilters: () => Promise<void>;
  isCovered: () => boolean;
  /** Another page is looked at. */
  isAway: () => boolean;
}

export interface WorkSettings {
  api: DeskApi;
  signIn: SignInState;
  translator: DeskTranslator;
  notices: Notices;
  sheets: Sheets;
  view: View;
  onHelp: () => void;
}

export class Work {
  readonly queue: LiveQueue;
  readonly selection = new Selection();
  readonly #settings: WorkSettings;
  readonly #decisions: Decisions;
  readonly #seen = new Seen();
  #selected: string | undefined;
  #unfolded: CardContext["unfolded"];
  #isFocusMode: boolean;
  #isBusy = false;

  constructor(settings: WorkSettings) {
    this.#settings = settings;
    this.#isFocusMode = settings.signIn.settings.focus_mode;
    const { api, signIn, translator, notices, view } = settings;
    this.queue = new LiveQueue(placeOf(location.search), {
      api,
      signIn,
      onChange: () => this.#queueChanged(),
      onDeparture: (comment, event) => this.#tellDeparture(comment, event),
      describe: (outcome) => problemText(translator, outcome),
    });
    const onBack = (id: string) => {
      if (this.queue.list.find(id)?.status === "shown" && !view.isCovered())
        void this.focusOn(id);
    };
    this.#decisions = new Decisions({ queue: this.queue, translator, notices, onBack });
  }

  /** The comment that keys are for. */
  get selected(): string | undefined {
    return this.#selected;
  }

  /** In focus mode, all that is known of a comment is open. */
  get unfolded(): CardContext["unfolded"] {
    const id = this.#selected;
    if (this.#unfolded || !this.#isFocusMode || id === undefined) return this.#unfolded;
    return { id, what: "details" };
  }

  get isFocusMode(): boolean {
    return this.#isFocusMode;
  }

  /** A decision on many is on its way. */
  get isBusy(): boolean {
    return this.#isBusy;
  }

  get known(): Known {
    return this.#seen.known;
  }

  go(place: Place): void {
    history.pushState(null, "", searchOf(place) || location.pathname);
    this.#show(place);
  }

  goToTab(state: DeskTab): void {
    this.go(inState(this.queue.place, state));
  }

  /** Also called for an address that only points elsewhere on the same page. */
  followAddress(): void {
    const place = placeOf(location.search);
    if (searchOf(place) !== searchOf(this.queue.place)) this.#show(place);
  }

  onlyStory({ site, story }: DeskComment): void {
    this.go({ ...this.queue.place, site, story: story.id });
  }

  select(id: string): void {
    if (id === this.#selected) return;
    this.#selected = id;
    if (this.#isFocusMode) this.#unfolded = undefined;
    this.#settings.view.changed();
  }

  async focusOn(id: string | undefined): Promise<void> {
    if (id === undefined) return;
    this.select(id);
    await this.#settings.view.focusCard(id);
  }

  async reveal(): Promise<void> {
    const first = await this.queue.reveal();
    await this.focusOn(first?.id);
  }

  async decide(id: string, action: DecisionAction): Promise<void> {
    const { list } = this.queue;
    const comment = list.find(id)?.comment;
    if (!comment || !this.#mayDecide) return;
    const next = [list.neighbour(id, 1), list.neighbour(id, -1)].find((one) => one?.id !== id);
    const deciding = this.#decisions.decide(comment, action);
    const isOnItsWay = list.find(id)?.status === "deciding";
    if (isOnItsWay && next) void this.focusOn(next.id);
    else if (isOnItsWay) this.#settings.view.focusMain();
    await deciding;
  }

  async decideSelection(action: DecisionAction): Promise<void> {
    const { list } = this.queue;
    if (this.#isBusy || !this.#mayDecide) return;
    const shown = list.shown.map(({ comment }) => comment);
    const chosen = shown.filter(({ id }) => this.selection.has(id));
    this.selectNone();
    this.#isBusy = true;
    const deciding = this.#decisions.decideAll(chosen, action);
    const left = list.find(this.#selected)?.status === "shown";
    const next = left ? this.#selected : list.shown[0]?.comment.id;
    if (next !== undefined) void this.focusOn(next);
    else this.#settings.view.focusMain();
    await deciding;
    this.#isBusy = false;
    this.#settings.view.changed();
  }

  choose(id: string, isRange: boolean): void {
    if (!this.#mayDecide) return;
    if (isRange) this.selection.extendTo(id, this.#shownIds);
    else this.selection.toggle(id);
    this.#settings.view.changed();
  }

  selectListed(): void {
    this.selection.add(this.#shownIds);
    this.#settings.view.changed();
  }

  selectNone(): void {
    this.selection.clear();
    this.#settings.view.changed();
  }

  async setFocusMode(isFocusMode: boolean): Promise<void> {
    this.#isFocusMode = isFocusMode;
    this.#unfolded = undefined;
    this.selection.clear();
    this.#settings.view.changed();
    await this.focusOn(this.#selected);
  }

  openAuthor(comment: DeskComment): void {
    openAuthorSheet(this.#needs(), comment);
  }

  /** Decides on everything that matches, in sight or not. */
  decideMatching(action: DecisionAction): void {
    openBulkSheet(this.#needs(), this.queue.place, action);
  }

  #tellDeparture(comment: DeskComment, departure: { by: string; to: string }): void {
    const { translator, signIn, notices, view } = this.#settings;
    if (view.isAway()) return;
    const me = signIn.moderator?.name ?? "";
    const entry = { comment, status: "gone", departure } as const;
    notices.tell("news", departureText(entry, { translator, me }));
  }

  unfold(id: string, what: "details" | "story"): void {
    const isOpen = this.#unfolded?.id === id && this.#unfolded.what === what;
    this.#unfolded = isOpen ? undefined : { id, what };
    this.#settings.view.changed();
  }

  async changeStory(comment: DeskComment, state: StoryState): Promise<void> {
    if (!(await changeStory(this.queue, this.#settings, comment, state))) return;
    this.#unfolded = undefined;
    await this.focusOn(comment.id);
  }

  /** The innermost of what may be left. */
  #close(event: Event): void {
    const isTyping = isTypingIn(event.target);
    if (this.#isFocusMode && !isTyping) return void this.setFocusMode(false);
    if (!isTyping && !this.#unfolded) this.selection.clear();
    this.#unfolded = undefined;
    this.#settings.view.changed();
    void this.focusOn(this.#selected);
  }

  obey(command: Command, event: Event): void {
    event.preventDefault();
    const id = this.#selected;
    const comment = this.queue.list.find(id)?.comment;
    const hands: Hands = {
      move: (step) => this.#move(this.#isAtComment() ? step : 0),
      decide: (action) => {
        if (this.selection.size > 0) void this.decideSelection(action);
        else if (id !== undefined) void this.decide(id, action);
      },
      undo: () => void this.#decisions.undoLast(),
      choose: (isRange) => id !== undefined && !this.#isFocusMode && this.choose(id, isRange),
      unfold: (what) => {
        const may = what === "details" || this.#mayDecide;
        if (id !== undefined && may) this.unfold(id, what);
      },
      author: () => comment && this.openAuthor(comment),
      blur: () => id !== undefined && this.#settings.view.toggleWords(id),
      focusMode: () => void this.setFocusMode(!this.#isFocusMode),
      reveal: () => void this.reveal(),
      filter: () => void this.#goToFilters(),
      help: () => this.#settings.onHelp(),
      close: () => this.#close(event),
      tab: (index) => this.#chooseTab(index),
    };
    commandTable[command](hands);
  }

  /** The first "next" goes to the comment that is already chosen, if the focus is elsewhere. */
  #isAtComment(): boolean {
    return Boolean(document.activeElement?.closest("rejoinder-comment-card"));
  }

  async #goToFilters(): Promise<void> {
    if (this.#isFocusMode) await this.setFocusMode(false);
    await this.#settings.view.focusFilters();
  }

  #chooseTab(index: number): void {
    const state = tabs[index];
    if (state) this.goToTab(state);
  }

  #move(step: number): void {
    const to = this.queue.list.neighbour(this.#selected, step)?.id;
    this.queue.sweep();
    void this.focusOn(to);
  }

  #show(place: Place): void {
    this.#selected = undefined;
    this.#unfolded = undefined;
    this.selection.clear();
    this.queue.show(place);
  }

  #queueChanged(): void {
    const { queue } = this;
    for (const { comment } of queue.list.entries) this.#seen.learn(comment);
    this.selection.keepOnly(new Set(this.#shownIds));
    // There is always one that the keys are for.
    if (queue.phase === "ready" && !queue.list.find(this.#selected))
      this.#selected = this.#shownIds[0];
    this.#settings.view.changed();
  }

  get #mayDecide(): boolean {
    return this.#settings.signIn.mayDecide;
  }

  get #shownIds(): string[] {
    return this.queue.list.shown.map(({ comment }) => comment.id);
  }

  #needs(): SheetNeeds {
    return {
      ...this.#settings,
      decideAll: (comments, action, onProgress) =>
        this.#decisions.decideAll(comments, action, onProgress),
      onPlace: (place) => this.go(place),
    };
  }
}
