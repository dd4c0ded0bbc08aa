// Keeps the list of one place at the desk up to date: pages, live events, one's own decisions.

import type { DeskApi } from "../shared/desk-api.ts";
import type {
  DecisionAction,
  DecisionResult,
  DeskComment,
  DeskCommentInFull,
  DeskEvent,
  DeskPage,
  QueueState,
} from "../shared/desk-types.ts";
import { LiveFeed, type FeedState, type Socket } from "../shared/live-feed.ts";
import { ApiError } from "../shared/request.ts";
import type { StoryState } from "../shared/types.ts";
import { isPossible } from "./decision.ts";
import { filterOf, type Place } from "./place.ts";
import { Refresher } from "./refresher.ts";
import { ReviewList } from "./review-list.ts";
import type { SignInState } from "./sign-in-state.ts";

/** What became of one's own decision. */
export type Outcome =
  | { kind: "done" }
  /** Somebody was quicker, or the comment was changed: `now` is how it is, where that is known. */
  | { kind: "conflict"; now?: DeskCommentInFull }
  | { kind: "not_found" }
  | { kind: "not_allowed" }
  | { kind: "failed"; error: unknown };

export interface LiveQueueSettings {
  api: DeskApi;
  signIn: SignInState;
  onChange: () => void;
  /** A comment in sight was decided by somebody else. */
  onDeparture: (comment: DeskComment, event: { by: string; to: string }) => void;
  /** The sentence that stays on a comment whose decision did not come to pass. */
  describe: (outcome: Outcome, comment: DeskComment) => string;
  connect?: (url: string) => Socket;
}

export type QueuePhase = "loading" | "ready" | "failed";

const pageSize = 50;
/** The server gives no more at once. */
const reconcileMax = 200;
/** When so few are left in sight, the next page is fetched. */
const fewLeft = 15;
/** Without a live feed, the list is fetched so often instead. */
const pollPauseMs = 15_000;
const failuresBeforePolling = 2;

export class LiveQueue {
  readonly list = new ReviewList();
  readonly #settings: LiveQueueSettings;
  readonly #feed: LiveFeed<DeskEvent>;
  readonly #refresher: Refresher;
  #place: Place;
  #phase: QueuePhase = "loading";
  #error: unknown;
  #counts: Record<QueueState, number> | undefined;
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
  get counts(): Record<QueueState, number> | undefined {
    return this.#counts;
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
      this.#counts = page.counts;
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

  /** Takes the comment out of sight at once, and brings it back if the decision fails. */
  async decide(id: string, action: DecisionAction): Promise<Outcome | undefined> {
    const entry = this.list.find(id);
    if (entry?.status !== "shown" || !isPossible(action, entry.comment.state)) return undefined;
    const { comment } = entry;
    this.list.decide(id, action);
    this.#keepSupplied();
    this.#settings.onChange();
    const outcome = await this.#send(comment, action);
    this.#conclude(comment, outcome);
    this.#settings.onChange();
    return outcome;
  }

  async setStoryState(site: string, story: string, state: StoryState): Promise<void> {
    const { api, signIn } = this.#settings;
    await signIn.guard(() => api.setStoryState(site, story, state));
    this.list.setStoryState(site, story, state);
    this.#settings.onChange();
  }

  /** Clears the notes of what others took. */
  sweep(): void {
    if (this.list.sweep()) this.#settings.onChange();
  }

  async #send(comment: DeskComment, action: DecisionAction): Promise<Outcome> {
    const { api, signIn } = this.#settings;
    const { id, revision } = comment;
    let result: DecisionResult | undefined;
    try {
      [result] = await signIn.guard(() => api.decide([{ comment: id, revision, action }]));
      if (result?.status === "conflict")
        return { kind: "conflict", now: await signIn.guard(() => api.comment(id)) };
    } catch (error) {
      return result ? { kind: "conflict" } : { kind: "failed", error };
    }
    if (result === undefined)
      return { kind: "failed", error: new ApiError(0, "not_understood") };
    return { kind: result.status };
  }

  #conclude(comment: DeskComment, outcome: Outcome): void {
    const { describe } = this.#settings;
    const isElsewhere =
      outcome.kind === "conflict" && outcome.now && outcome.now.state !== comment.state;
    if (outcome.kind === "done" || outcome.kind === "not_found" || isElsewhere)
      this.list.settle(comment.id);
    else
      this.list.restore(
        comment.id,
        describe(outcome, comment),
        outcome.kind === "conflict" ? outcome.now : undefined,
      );
    // The feed may be away; the counts have changed in any case.
    this.#refresher.want();
  }

  #begin(): Promise<void> {
    this.#generation += 1;
    this.#phase = "loading";
    this.#settings.onChange();
    return this.#inTurn(async (isCurrent) => {
      const page = await this.#fetch({ limit: pageSize });
      if (!isCurrent()) return;
      this.#counts = page.counts;
      this.list.begin(page, this.#place.sort);
      this.#phase = "ready";
    });
  }

  #reconcile(): Promise<void> {
    if (this.#phase !== "ready") return Promise.resolve();
    return this.#inTurn(async (isCurrent) => {
      const limit = Math.min(reconcileMax, this.list.entries.length + pageSize);
      const page = await this.#fetch({ limit });
      if (!isCurrent()) return;
      this.#counts = page.counts;
      this.list.reconcile(page);
      this.#keepSupplied();
    });
  }

  #fetch(paging: { cursor?: string; limit: number }): Promise<DeskPage> {
    const { api, signIn } = this.#settings;
    return signIn.guard(() => api.comments({ ...filterOf(this.#place), ...paging }));
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
    if (event.type === "story") this.list.setStoryState(event.site, event.story, event.state);
    else {
      const entry = this.list.find(event.comment);
      const wasShown = entry?.status === "shown";
      if (entry && event.to !== entry.comment.state) {
        this.list.depart(event.comment, event);
        if (wasShown) this.#settings.onDeparture(entry.comment, event);
      }
      this.#refresher.want();
    }
    this.#settings.onChange();
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
