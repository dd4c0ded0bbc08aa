// Keeps one story's discussion up to date: pages, live events, and one's own comments.

import type { ReaderApi, Sort } from "../shared/api.ts";
import { LiveFeed, pauseBefore, type Socket } from "../shared/live-feed.ts";
import type { Comment, CommentPage, Receipt, Story, StoryEvent } from "../shared/types.ts";
import { Discussion, type Placement } from "./discussion.ts";
import { OwnComments, type OwnComment, type OwnState } from "./own-comments.ts";
import { OwnFollower } from "./own-follower.ts";
import type { BrowserStorage } from "./browser-storage.ts";

export interface ConversationSettings {
  api: ReaderApi;
  story: string;
  sort: Sort;
  storage: BrowserStorage;
  placement: Placement;
  /** Something to show has changed. */
  onChange: () => void;
  /** One's own comment has come to a new state during this visit. */
  onOwnState: (own: OwnComment) => void;
  connect?: (url: string) => Socket;
}

export type Phase = "loading" | "ready" | "failed";

/** While there is no live feed, the list is fetched so often instead; most answers are 304. */
const pollPauseMs = 20_000;
/** One lost connection is made good within seconds; only then is it worth asking for the list. */
const failuresBeforePolling = 2;
/** A server renders a changed page within a tenth of a second after the event. */
const settledAfterMs = 1_000;
/** Longer than loading the list takes, or it fails. */
const recentForMs = 20_000;
const recentMax = 500;
/** A feed may be dead unnoticed, so a page that was out of sight for so long is reloaded. */
const freshForMs = 60_000;

export class Conversation {
  readonly discussion: Discussion;
  readonly #settings: ConversationSettings;
  readonly #own: OwnComments;
  readonly #follower: OwnFollower;
  readonly #feed: LiveFeed<StoryEvent>;
  #phase: Phase = "loading";
  #error: unknown;
  #loadFailures = 0;
  #loadedAt = 0;
  #story: Story | undefined;
  #pagesLoaded = 0;
  #etag: string | undefined;
  #isStopped = true;
  /** Loads happen one after the other. */
  #loads: Promise<void> = Promise.resolve();
  /** What arrived lately, which a list that is being loaded may not have yet. */
  #recent: { event: StoryEvent; at: number }[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(settings: ConversationSettings) {
    this.#settings = settings;
    this.discussion = new Discussion(settings.sort);
    this.#own = new OwnComments(settings.storage);
    this.#follower = new OwnFollower({
      api: settings.api,
      onState: (id, state, comment, until) => {
        if (until) this.#own.setEditableUntil(id, until);
        this.#ownIs(id, state, comment);
      },
      onGone: (id) => this.#ownIsGone(id),
    });
    this.#feed = new LiveFeed<StoryEvent>({
      url: (since) => settings.api.liveUrl(settings.story, since),
      onEvent: (event) => this.#receive(event),
      onGap: () => this.#reloadIn(settledAfterMs * (0.5 + Math.random())),
      onState: () => this.#pollIfNeeded(),
      ...(settings.connect ? { connect: settings.connect } : {}),
    });
  }

  get phase(): Phase {
    return this.#phase;
  }

  /** Why the first page, or the next one that was asked for, could not be loaded. */
  get error(): unknown {
    return this.#error;
  }

  get story(): Story | undefined {
    return this.#story;
  }

  start(): void {
    if (!this.#isStopped) return;
    this.#isStopped = false;
    this.#feed.start();
    void this.reload();
    for (const own of this.#own.all())
      if (own.state !== "published") this.#follower.follow(own, "now");
  }

  /** Nothing is called back any more. What has been loaded stays; `start` goes on from there. */
  stop(): void {
    this.#isStopped = true;
    this.#feed.stop();
    this.#follower.stop();
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** The page is looked at again, or the network is back. */
  wake(): void {
    if (this.#isStopped) return;
    this.#feed.hurry();
    const isFresh = this.#phase === "ready" && Date.now() - this.#loadedAt < freshForMs;
    if (this.#phase !== "loading" && !isFresh) this.#reloadIn(0);
  }

  /** The next page. */
  loadMore(): Promise<void> {
    return this.#inTurn("more", async () => {
      const { story, sort, api } = this.#settings;
      const cursor = this.discussion.next;
      if (cursor === null) return;
      const answer = await api.list(story, { sort, cursor });
      if (!answer || this.#isStopped) return;
      this.#pagesLoaded += 1;
      this.discussion.addPage(answer.page);
      this.#story = answer.page.story;
    });
  }

  /** Loads pages until the comment is among them, or there are no more, or there were too many. */
  async loadThrough(id: string, pagesMax: number): Promise<void> {
    await this.#loads;
    for (let page = 0; page < pagesMax; ++page) {
      if (this.#isStopped || this.#error || this.discussion.find(id)) return;
      if (this.discussion.next === null) return;
      await this.loadMore();
    }
  }

  /** Loads the first page, or brings all that has been loaded up to date. */
  reload(): Promise<void> {
    return this.#inTurn("all", async () => {
      const { story, sort, api, placement } = this.#settings;
      const pages: CommentPage[] = [];
      let cursor: string | null = null;
      do {
        // With several pages, the first being the same says nothing about the others.
        const etag: string | undefined = this.#pagesLoaded === 1 ? this.#etag : undefined;
        const answer = await api.list(story, {
          sort,
          ...(cursor ? { cursor } : {}),
          ...(etag ? { etag } : {}),
        });
        if (!answer || this.#isStopped) return;
        if (cursor === null) this.#etag = answer.etag;
        pages.push(answer.page);
        cursor = answer.page.next;
      } while (cursor !== null && pages.length < this.#pagesLoaded);
      this.discussion.replace(pages, this.#pagesLoaded === 0 ? () => "show" : placement);
      this.#pagesLoaded = pages.length;
      this.#story = pages[pages.length - 1]?.story;
    });
  }

  /** A comment of one's own has been received by the server. */
  sent(
    receipt: Receipt,
    comment: { name: string; website?: string; text: string; parent?: string },
  ) {
    const own: OwnComment = {
      id: receipt.id,
      token: receipt.author_token,
      state: "submitted",
      created_at: new Date().toISOString(),
      name: comment.name,
      text: comment.text,
      ...(comment.website ? { website: comment.website } : {}),
      ...(comment.parent ? { parent: comment.parent } : {}),
    };
    this.#own.add(own);
    // The feed may have been quicker than the answer.
    if (this.discussion.find(own.id)?.state === "published") this.#ownIs(own.id, "published");
    else {
      this.discussion.putOwn(own);
      this.#follower.follow(own, "soon");
    }
    this.#settings.onChange();
  }

  /** One's own comment of that id, if it is. */
  own(id: string): OwnComment | undefined {
    return this.#own.find(id);
  }

  /** Any comment that was written here. */
  latestOwn(): OwnComment | undefined {
    return this.#own.all().at(-1);
  }

  /** Something was done to one's own comment. */
  askAfter(id: string): void {
    const own = this.#own.find(id);
    if (own) this.#follower.follow(own, "now");
  }

  /** Takes one's own rejected comment out of sight. */
  hideOwn(id: string): void {
    this.#ownIsGone(id);
  }

  reveal(parent?: string): void {
    this.discussion.reveal(parent);
    this.#settings.onChange();
  }

  #inTurn(what: "all" | "more", load: () => Promise<void>): Promise<void> {
    const turn = this.#loads.then(async () => {
      if (this.#isStopped) return;
      const begun = Date.now();
      try {
        await load();
        this.#loadFailures = 0;
        this.#loadedAt = Date.now();
        this.#error = undefined;
        if (this.#pagesLoaded > 0) this.#phase = "ready";
      } catch (error) {
        // What is shown stays: that it could not be refreshed is nothing the reader can mend.
        if (this.#phase !== "ready" || what === "more") this.#error = error;
        if (this.#phase !== "ready") this.#phase = "failed";
        this.#loadFailures += 1;
      }
      if (this.#isStopped) return;
      for (const { event, at } of this.#recent)
        if (at >= begun - settledAfterMs) this.#apply(event, "again");
      this.#showOwn();
      this.#settings.onChange();
      this.#pollIfNeeded();
    });
    this.#loads = turn;
    return turn;
  }

  /** One's own waiting comments stand among the others; the published ones are marked. */
  #showOwn(): void {
    if (this.#phase !== "ready") return;
    for (const own of this.#own.all()) {
      const entry = this.discussion.find(own.id);
      if (entry || own.state !== "published") this.discussion.putOwn(own);
      if (entry?.state === "published" && own.state !== "published")
        this.#ownIs(own.id, "published");
    }
  }

  #receive(event: StoryEvent): void {
    const now = Date.now();
    this.#recent = [
      ...this.#recent.filter(({ at }) => at >= now - recentForMs).slice(-recentMax),
      { event, at: now },
    ];
    this.#apply(event, "first");
    this.#settings.onChange();
  }

  #apply(event: StoryEvent, time: "first" | "again"): void {
    switch (event.type) {
      case "published":
        this.#publish(event.comment);
        break;
      case "edited":
        // An edit of what has not been loaded says nothing yet.
        if (this.discussion.find(event.comment.id))
          this.discussion.put(event.comment, this.#settings.placement);
        break;
      case "removed":
        this.#remove(event.comment, time);
        break;
      case "story": {
        // The list that was loaded since has counted at least what had happened by then.
        const count = time === "again" ? this.#story?.count : undefined;
        this.#story = { ...event.story, count: count ?? event.story.count };
        break;
      }
    }
  }

  #publish(comment: Comment): void {
    if (this.discussion.put(comment, this.#settings.placement)) this.#changeCount(+1);
    const own = this.#own.find(comment.id);
    if (own && own.state !== "published") this.#ownIs(own.id, "published");
    else if (own) this.discussion.putOwn(own);
  }

  #remove(id: string, time: "first" | "again"): void {
    // It may have been counted although it stands on a page that has not been loaded.
    const isElsewhere =
      time === "first" && !this.discussion.find(id) && this.discussion.next !== null;
    if (this.discussion.remove(id) || isElsewhere) this.#changeCount(-1);
    // Its author may still see it, and is told what it is now.
    const own = this.#own.find(id);
    if (own) this.#follower.follow(own, "now");
  }

  #ownIs(id: string, state: OwnState, comment?: Comment): void {
    const before = this.#own.find(id);
    if (!before) return;
    this.#own.setState(id, state);
    const own = this.#own.find(id) ?? before;
    if (state === "published") {
      this.#follower.unfollow(id);
      if (comment && this.discussion.put(comment, () => "show")) this.#changeCount(+1);
      if (this.discussion.find(id)) this.discussion.putOwn(own);
    } else {
      this.discussion.putOwn(own, comment);
    }
    if (before.state !== state) this.#settings.onOwnState(own);
    this.#settings.onChange();
  }

  #ownIsGone(id: string): void {
    this.#own.forget(id);
    this.#follower.unfollow(id);
    this.discussion.remove(id);
    this.#settings.onChange();
  }

  #changeCount(by: number): void {
    if (this.#story) this.#story = { ...this.#story, count: Math.max(0, this.#story.count + by) };
  }

  #reloadIn(pause: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.reload();
    }, pause);
  }

  #pollIfNeeded(): void {
    if (this.#isStopped || this.#timer !== undefined) return;
    if (this.#phase === "failed") this.#reloadIn(pauseBefore(this.#loadFailures, Math.random()));
    else if (this.#feed.state !== "live" && this.#feed.failures >= failuresBeforePolling)
      this.#reloadIn(pollPauseMs * (0.5 + Math.random()));
  }
}
