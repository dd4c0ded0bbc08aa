// What a moderator does at the desk: goes about, looks closer, selects, decides, takes back.

import type { DeskApi } from "../shared/desk-api.ts";
import type { DecisionAction, DeskComment } from "../shared/desk-types.ts";
import type { StoryState } from "../shared/types.ts";
import { attentionAfterMs } from "./attention.ts";
import { departureText, type CardContext } from "./comment-card.ts";
import { commandTable, type Hands } from "./command-table.ts";
import { Decisions } from "./decisions.ts";
import { isTypingIn, type Command } from "./hotkeys.ts";
import { Seen, type Known } from "./known.ts";
import { LiveQueue } from "./live-queue.ts";
import type { DeskTranslator } from "./messages.ts";
import type { Notices } from "./notices.ts";
import { problemText } from "./outcome-text.ts";
import { OwnClaim } from "./own-claim.ts";
import { Pace } from "./pace.ts";
import { inState, placeOf, searchOf, tabs, type DeskTab, type Place } from "./place.ts";
import { Selection } from "./selection.ts";
import type { Sheets } from "./sheets.ts";
import type { SignInState } from "./sign-in-state.ts";
import { changeStory } from "./story-change.ts";
import { WorkSheets } from "./work-sheets.ts";

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
  readonly sheets: WorkSheets;
  readonly #settings: WorkSettings;
  readonly #decisions: Decisions;
  readonly #claim: OwnClaim;
  readonly #pace = new Pace();
  readonly #seen = new Seen();
  #selected: string | undefined;
  /** Somebody went to it; it was not only the first one there is. */
  #isByHand = false;
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
    const { queue } = this;
    const decisions = new Decisions({ queue, translator, notices, onBack });
    this.#decisions = decisions;
    this.sheets = new WorkSheets({
      ...settings,
      ...{ queue, decisions },
      decide: (id, action, reason) => void this.decide(id, action, reason),
      decideSelection: (action, reason) => void this.decideSelection(action, reason),
      onPlace: (place) => this.go(place),
      onOpen: (id) => {
        this.select(id);
        this.#claim.attend(id, 0);
      },
    });
    this.#claim = new OwnClaim({
      claim: (id) => signIn.guard(() => api.claim(id)),
      release: (id) => signIn.guard(() => api.release(id)),
      isVisible: () => document.visibilityState === "visible" && !view.isAway(),
      onOther: (comment, by) => {
        queue.claims.hear({ comment, by, open: true });
        view.changed();
      },
    });
  }

  start(): void {
    this.queue.start();
    window.addEventListener("pagehide", this.#onPageHide);
  }

  stop(): void {
    window.removeEventListener("pagehide", this.#onPageHide);
    this.#claim.attend(undefined, 0);
    this.queue.stop();
  }

  readonly #onPageHide = (): void => this.#claim.suspend();

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
    if (id === this.#selected && this.#isByHand) return;
    if (this.#isFocusMode && id !== this.#selected) this.#unfolded = undefined;
    this.#selected = id;
    this.#isByHand = true;
    this.#changed();
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

  async decide(id: string, action: DecisionAction, reason?: string): Promise<void> {
    const { list } = this.queue;
    const comment = list.find(id)?.comment;
    if (!comment || !this.#mayDecide) return;
    this.#pace.decided();
    const next = [list.neighbour(id, 1), list.neighbour(id, -1)].find((one) => one?.id !== id);
    const deciding = this.#decisions.decide(comment, action, reason);
    if (list.find(id)?.status === "deciding") void this.#goOn(next?.id);
    await deciding;
  }

  async decideSelection(action: DecisionAction, reason?: string): Promise<void> {
    const { list } = this.queue;
    if (this.#isBusy || !this.#mayDecide) return;
    this.#pace.decided();
    const shown = list.shown.map(({ comment }) => comment);
    const chosen = shown.filter(({ id }) => this.selection.has(id));
    this.selectNone();
    this.#isBusy = true;
    const deciding = this.#decisions.decideAll(chosen, action, () => {}, reason);
    const left = list.find(this.#selected)?.status === "shown";
    void this.#goOn(left ? this.#selected : list.shown[0]?.comment.id);
    await deciding;
    this.#isBusy = false;
    this.#changed();
  }

  /** To what is next, or to the place where that would be. */
  async #goOn(next: string | undefined): Promise<void> {
    if (next === undefined) this.#settings.view.focusMain();
    else await this.focusOn(next);
    this.#pace.ready();
  }

  choose(id: string, isRange: boolean): void {
    if (!this.#mayDecide) return;
    if (isRange) this.selection.extendTo(id, this.#shownIds);
    else this.selection.toggle(id);
    this.#changed();
  }

  selectListed(): void {
    this.selection.add(this.#shownIds);
    this.#changed();
  }

  selectNone(): void {
    this.selection.clear();
    this.#changed();
  }

  async setFocusMode(isFocusMode: boolean): Promise<void> {
    this.#isFocusMode = isFocusMode;
    this.#unfolded = undefined;
    this.selection.clear();
    this.#changed();
    await this.focusOn(this.#selected);
  }

  #tellDeparture(comment: DeskComment, departure: { by: string; to: string }): void {
    const { translator, signIn, notices, view } = this.#settings;
    if (view.isAway()) return;
    const me = signIn.moderator?.name ?? "";
    notices.tell("news", departureText({ comment, departure }, { translator, me }));
  }

  unfold(id: string, what: "details" | "story"): void {
    const isOpen = this.#unfolded?.id === id && this.#unfolded.what === what;
    this.#unfolded = isOpen ? undefined : { id, what };
    this.#changed();
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
    this.#changed();
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
      rejectWithReason: () => {
        if (this.selection.size > 0) this.sheets.askReason("selected");
        else if (comment) this.sheets.askReason(comment);
      },
      cluster: () => comment && this.sheets.openCluster(comment),
      mask: () => comment && this.sheets.changeText(comment, "mask"),
      edit: () => comment && this.sheets.changeText(comment, "edit"),
      unfold: (what) => {
        const may = what === "details" || this.#mayDecide;
        if (id !== undefined && may) this.unfold(id, what);
      },
      author: () => comment && this.sheets.openAuthor(comment),
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
    this.#isByHand = false;
    this.#unfolded = undefined;
    this.selection.clear();
    this.queue.show(place);
  }

  #queueChanged(): void {
    const { queue } = this;
    for (const { comment } of queue.list.entries) this.#seen.learn(comment);
    this.selection.keepOnly(new Set(this.#shownIds));
    // There is always one that the keys are for.
    if (queue.phase === "ready" && !queue.list.find(this.#selected)) {
      this.#selected = this.#shownIds[0];
      this.#isByHand = false;
    }
    this.#changed();
  }

  #changed(): void {
    const id = this.#selected;
    const isThere = this.#isByHand && this.#mayDecide && this.queue.list.find(id) !== undefined;
    const isOpen = this.#unfolded?.what === "details" && this.#unfolded.id === id;
    const afterMs = attentionAfterMs({ isOpen, isFocusMode: this.#isFocusMode });
    this.#claim.attend(isThere ? id : undefined, afterMs);
    this.#settings.view.changed();
  }

  get #mayDecide(): boolean {
    return this.#settings.signIn.mayDecide;
  }

  get #shownIds(): string[] {
    return this.queue.list.shown.map(({ comment }) => comment.id);
  }
}
