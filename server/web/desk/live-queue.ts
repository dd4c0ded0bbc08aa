// Keeps the list of one place at the desk up to date: pages, live events, one's own decisions.

import type { DeskApi } from "../shared/desk-api.ts";
import type {
  DeskComment,
  DeskCommentInFull,
  DeskCounts,
  DeskEvent,
  DeskPage,
} from "../shared/desk-types.ts";
import { LiveFeed, type FeedState, type Socket } from "../shared/live-feed.ts";
import type { StoryState } from "../shared/types.ts";
import { asListed } from "./as-listed.ts";
import { ClaimBoard } from "./claim-board.ts";
import { Deciding, type Outcome } from "./deciding.ts";
import { filterOf, type Place } from "./place.ts";
import { Refresher } from "./refresher.ts";
import { ReviewList } from "./review-list.ts";
import type { SignInState } from "./sign-in-state.ts";

export interface LiveQueueSettings {
  api: DeskApi;
  signIn: SignInState;
  onChange: () => void;
  /** A comment in sight was decided by somebody else. */
  onDeparture: (comment: DeskComment, event: { by: string; to: string; reason?: string }) => void;
  /** The sentence that stays on a comment whose decision did not come to pass. */
  describe: (outcome: Outcome, comment: DeskComment) => string;
  connect?: (url: string) => Socket;
}

export type QueuePhase = "loading" | "ready" | "failed";

const pageSize = 50;
/** The server gives no more at once. */
const reconcileMax = 200;
/** When so few are left in sight, the next page is fetched. */
const fewLeft = 25;
/** Without a live feed, the list is fetched so often instead. */
const pollPauseMs = 15_000;
const failuresBeforePolling = 2;

export class LiveQueue {
  readonly list = new ReviewList();
  readonly deciding: Deciding;
  readonly claims: ClaimBoard;
  readonly #settings: LiveQueueSettings;
  readonly #feed: LiveFeed<DeskEvent>;
  readonly #refresher: Refresher;
  #place: Place;
  #phase: QueuePhase = "loading";
  #error: unknown;
  #counts: DeskCounts | undefined;
  #reasons: Readonly<Record<string, number>> = {};
  #isRunning = false;
  #poll: ReturnType<typeof setInterval> | undefined;
  /** Loads happen one after the other; what was asked for another place is not heard. */
  #loads: Promise<void> = Promise.resolve();
  #generation = 0;
  #isSupplying = false;

  constructor(place: Place, settings: LiveQueueSettings) {
    this.#place = place;
    this.#settings = settings;
    this.#refresher = new Refresher(() => this.#reconcile());
    this.claims = new ClaimBoard(settings.onChange);
    const { api, signIn, describe } = settings;
    this.deciding = new Deciding({
      api,
      signIn,
      describe,
      list: this.list,
      place: () => this.#place,
      onChange: () => {
        this.#keepSupplied();
        settings.onChange();
      },
      onNews: () => this.#refresher.want(),
      onUpheaval: () => void this.#begin(),
    });
    this.#feed = new LiveFeed<DeskEvent>({
      url: (since) => settings.api.liveUrl(since),
      onEvent: (event) => this.#receive(event),
      onGap: () => this.#refresher.want(),
      onState: (state) => this.#feedIs(state),
      ...(settings.connect ? { connect: settings.connect } : {}),
    });
  }

  get place(): Place {
    return this.#place;
  }

  get phase(): QueuePhase {
    return this.#phase;
  }

  /** Why the list could not be loaded, or, while it is shown, not be brought up to date. */
  get error(): unknown {
    return this.#error;
  }

  /** Undefined until the server has told them. */
  get counts(): DeskCounts | undefined {
    return this.#counts;
  }

  /** How many wait for each reason. */
  get reasons(): Readonly<Record<string, number>> {
    return this.#reasons;
  }

  get feedState(): FeedState {
    return this.#feed.state;
  }

  /** Starts, or goes on where it was stopped. */
  start(): void {
    if (this.#isRunning) return;
    this.#isRunning = true;
    this.#feed.start();
    this.#poll = setInterval(() => this.#pollIfNeeded(), pollPauseMs);
    if (this.#phase === "ready") this.#refresher.want();
    else void this.#begin();
  }

  /** What has been loaded stays. */
  stop(): void {
    this.#isRunning = false;
    this.#feed.stop();
    this.#refresher.stop();
    this.claims.clear();
    clearInterval(this.#poll);
  }

  /** The network is back, or the page is looked at again. */
  wake(): void {
    if (!this.#isRunning) return;
    this.#feed.hurry();
    if (this.#phase === "failed") void this.#begin();
    else this.#refresher.want();
  }

  show(place: Place): void {
    this.#place = place;
    void this.#begin();
  }

  loadMore(): Promise<void> {
    return this.#inTurn(async (isCurrent) => {
      const cursor = this.list.next;
      if (cursor === null) return;
      const page = await this.#fetch({ cursor, limit: pageSize });
      if (!isCurrent()) return;
      this.#count(page);
      this.list.append(page);
    });
  }

  /** Shows what arrived. Says which came first. */
  async reveal(): Promise<DeskComment | undefined> {
    if (this.list.hasGap) {
      await this.#begin();
      return this.list.shown[0]?.comment;
    }
    const first = this.list.reveal();
    this.#settings.onChange();
    return first;
  }

  async setStoryState(site: string, story: string, state: StoryState): Promise<void> {
    const { api, signIn } = this.#settings;
    await signIn.guard(() => api.setStoryState(site, story, state));
    this.list.setStoryState(site, story, state);
    this.#settings.onChange();
  }

  /** A comment as it is by now. */
  renew(comment: DeskCommentInFull): void {
    this.list.renew(asListed(comment));
    this.#settings.onChange();
  }

  /** Clears the notes of what others took. */
  sweep(): void {
    if (this.list.sweep()) this.#settings.onChange();
  }

  #begin(): Promise<void> {
    this.#generation += 1;
    this.#phase = "loading";
    this.#settings.onChange();
    return this.#inTurn(async (isCurrent) => {
      const page = await this.#fetch({ limit: pageSize });
      if (!isCurrent()) return;
      this.#count(page);
      this.list.begin(page, this.#place.sort);
      this.#phase = "ready";
    });
  }

  #reconcile(): Promise<void> {
    if (this.#phase !== "ready") return Promise.resolve();
    return this.#inTurn(async (isCurrent) => {
      const limit = Math.min(reconcileMax, this.list.entries.length + pageSize);
      const changes = this.deciding.takenBackCount;
      const page = await this.#fetch({ limit });
      if (!isCurrent()) return;
      // The answer may be from before something was taken back.
      if (changes !== this.deciding.takenBackCount) return this.#refresher.want();
      this.#count(page);
      this.list.reconcile(page);
      this.#keepSupplied();
    });
  }

  async #fetch(paging: { cursor?: string; limit: number }): Promise<DeskPage> {
    const { api, signIn } = this.#settings;
    const askedAt = Date.now();
    const page = await signIn.guard(() => api.comments({ ...filterOf(this.#place), ...paging }));
    this.claims.learn(page.comments, askedAt);
    return page;
  }

  /** There is always something left to decide, if the server has it. */
  #keepSupplied(): void {
    if (this.list.shown.length === 0 && this.list.freshCount > 0) void this.reveal();
    if (this.#isSupplying || this.list.next === null || this.list.shown.length >= fewLeft) return;
    this.#isSupplying = true;
    void this.loadMore().finally(() => (this.#isSupplying = false));
  }

  #inTurn(load: (isCurrent: () => boolean) => Promise<void>): Promise<void> {
    const generation = this.#generation;
    const isCurrent = () => generation === this.#generation;
    const turn = this.#loads.then(async () => {
      if (!isCurrent()) return;
      try {
        await load(isCurrent);
        if (isCurrent()) this.#error = undefined;
      } catch (error) {
        if (!isCurrent()) return;
        // What is shown stays.
        this.#error = error;
        if (this.#phase !== "ready") this.#phase = "failed";
      }
      this.#settings.onChange();
    });
    this.#loads = turn;
    return turn;
  }

  #receive(event: DeskEvent): void {
    switch (event.type) {
      case "story":
        this.list.setStoryState(event.site, event.story, event.state);
        break;
      case "claim":
        if (event.by !== this.#me) this.claims.hear(event);
        break;
      case "reported":
        this.list.setReports(event.comment, event.open_reports);
        this.#refresher.want();
        break;
      case "edited":
        void this.#fetchOne(event.comment);
        this.#refresher.want();
        break;
      case "comment":
        this.#hearDecision(event);
        this.#refresher.want();
    }
    this.#settings.onChange();
  }

  #hearDecision(event: Extract<DeskEvent, { type: "comment" }>): void {
    const entry = this.list.find(event.comment);
    const wasShown = entry?.status === "shown";
    const isOwn = this.deciding.hasTakenBack(event.comment) && event.by === this.#me;
    const stays = isOwn || this.#place.state === "all";
    if (!entry || stays || event.to === entry.comment.state) return;
    this.list.depart(event.comment, event);
    if (wasShown) this.#settings.onDeparture(entry.comment, event);
  }

  /** It may stand further down than the list is brought up to date. */
  async #fetchOne(id: string): Promise<void> {
    if (!this.list.find(id)) return;
    const { api, signIn } = this.#settings;
    const full = await signIn.guard(() => api.comment(id)).catch(() => undefined);
    if (full) this.renew(full);
  }

  get #me(): string | undefined {
    return this.#settings.signIn.moderator?.name;
  }

  #count({ counts, reasons }: DeskPage): void {
    this.#counts = counts;
    this.#reasons = reasons ?? {};
  }

  #feedIs(state: FeedState): void {
    // A refused feed does not say why; the session may have ended.
    if (state === "waiting") void this.#settings.signIn.check();
    this.#settings.onChange();
  }

  #pollIfNeeded(): void {
    if (this.#phase === "failed") void this.#begin();
    else if (this.#feed.state !== "live" && this.#feed.failures >= failuresBeforePolling)
      this.#refresher.want();
  }
}
