// The comments one is looking at, and how lists of the server and news of others change them.

import type { DecisionAction, DeskComment, DeskPage } from "../shared/desk-types.ts";
import type { StoryState } from "../shared/types.ts";
import type { Sort } from "./place.ts";
import { isBefore } from "./review-order.ts";

export type EntryStatus =
  | "shown"
  /** Arrived since; waits to be asked for, so that nothing moves under the cursor. */
  | "fresh"
  /** Decided here, the server has not answered yet. Out of sight. */
  | "deciding"
  /** Decided elsewhere. Leaves a note in its place until the moderator moves on. */
  | "gone";

export interface Entry {
  comment: DeskComment;
  /** As it was when it took its place: later news of it moves nothing. */
  placed: DeskComment;
  status: EntryStatus;
  action?: DecisionAction;
  /** Why the last decision did not come to pass. */
  problem?: string;
  departure?: Departure;
}

/** `by` is unknown when only the server's list told that the comment is not there any more. */
export interface Departure {
  by?: string;
  to?: string;
  reason?: string;
}

/** How many departures are remembered, so that a list asked for before does not bring one back. */
const rememberedMax = 1_000;

export class ReviewList {
  #entries: Entry[] = [];
  #sort: Sort = "oldest";
  #next: string | null = null;
  #hasGap = false;
  /** Comments that left, with the revision they had. */
  #left = new Map<string, number>();

  get entries(): readonly Entry[] {
    return this.#entries;
  }

  /** The cursor of the page behind the last entry; null when there is none. */
  get next(): string | null {
    return this.#next;
  }

  /** So much arrived that the list of the server did not reach down to what is known here. */
  get hasGap(): boolean {
    return this.#hasGap;
  }

  get shown(): Entry[] {
    return this.#entries.filter(({ status }) => status === "shown");
  }

  /** What stands in the list: comments, and notes of those that went. */
  get visible(): Entry[] {
    return this.#entries.filter(({ status }) => status === "shown" || status === "gone");
  }

  get freshCount(): number {
    return this.#entries.filter(({ status }) => status === "fresh").length;
  }

  find(id: string | undefined): Entry | undefined {
    return this.#entries.find(({ comment }) => comment.id === id);
  }

  /** Begins anew with a first page. */
  begin(page: DeskPage, sort: Sort): void {
    this.#sort = sort;
    this.#entries = page.comments.map((comment) => entryOf(comment, "shown"));
    this.#next = page.next;
    this.#hasGap = false;
    this.#left.clear();
  }

  /** Adds the page behind the last entry. */
  append(page: DeskPage): void {
    this.#next = page.next;
    for (const comment of page.comments) {
      const known = this.find(comment.id);
      if (known?.status === "fresh") known.status = "shown";
      if (!known && !this.#isStale(comment)) this.#entries.push(entryOf(comment, "shown"));
    }
    this.#order();
  }

  /** Takes over what the server now has from the beginning of the list on. */
  reconcile(page: DeskPage): void {
    const last = this.#entries[this.#entries.length - 1]?.comment;
    const isWhole = this.#next === null || last === undefined;
    this.#dropMissing(page);
    const hadAny = this.shown.length > 0;
    const overlaps = page.comments.some(({ id }) => this.find(id));
    this.#hasGap = page.next !== null && last !== undefined && !overlaps;
    for (const comment of page.comments) {
      const known = this.find(comment.id);
      if (known) this.#renew(known, comment);
      else if (this.#isStale(comment)) continue;
      // What stands behind the pages loaded so far will come with the next one.
      else if (isWhole || this.#isBefore(comment, last))
        this.#entries.push(entryOf(comment, hadAny ? "fresh" : "shown"));
    }
    this.#order();
    // The page may end before all that is new has been told.
    const reach = page.comments[page.comments.length - 1];
    if (isWhole && (!last || !reach || !this.#isBefore(reach, last))) this.#next = page.next;
  }

  /** Shows what arrived. Says which came first. */
  reveal(): DeskComment | undefined {
    const fresh = this.#entries.filter(({ status }) => status === "fresh");
    for (const entry of fresh) entry.status = "shown";
    return fresh[0]?.comment;
  }

  decide(id: string, action: DecisionAction): void {
    const entry = this.find(id);
    if (!entry) return;
    delete entry.problem;
    entry.status = "deciding";
    entry.action = action;
  }

  /** The decision came to pass. */
  settle(id: string): void {
    const entry = this.find(id);
    if (entry) this.#leave(entry);
  }

  /** It did not: the comment is back in its place, as it is now. */
  restore(id: string, problem: string, comment?: DeskComment): void {
    const entry = this.find(id);
    if (!entry) return;
    delete entry.action;
    entry.status = "shown";
    entry.problem = problem;
    if (comment) entry.comment = comment;
  }

  /** The decision came to pass, and the comment stays where it is, as it is now. */
  keep(comment: DeskComment): void {
    const entry = this.find(comment.id);
    if (entry) Object.assign(entry, { comment, status: "shown" });
    delete entry?.action;
  }

  /** A decision was taken back: the comment is shown where it was. */
  bringBack(comment: DeskComment): void {
    this.#left.delete(comment.id);
    this.#entries = this.#entries.filter((entry) => entry.comment.id !== comment.id);
    this.#entries.push(entryOf(comment, "shown"));
    this.#order();
  }

  /** Somebody else took the comment out of this list. */
  depart(id: string, departure: Departure): void {
    const entry = this.find(id);
    if (entry?.status === "fresh") this.#leave(entry);
    if (entry?.status !== "shown" && entry?.status !== "gone") return;
    entry.status = "gone";
    entry.departure = departure;
    delete entry.problem;
  }

  /** Clears the notes of what went. */
  sweep(): boolean {
    const gone = this.#entries.filter(({ status }) => status === "gone");
    for (const entry of gone) this.#leave(entry);
    return gone.length > 0;
  }

  /** How it is now, wherever it stands; what is older than what is known is passed over. */
  renew(comment: DeskComment): void {
    const entry = this.find(comment.id);
    if (entry) this.#renew(entry, comment);
  }

  setReports(id: string, count: number): void {
    const entry = this.find(id);
    if (entry) entry.comment = { ...entry.comment, open_reports: count };
  }

  setStoryState(site: string, story: string, state: StoryState): void {
    for (const entry of this.#entries) {
      const { comment } = entry;
      if (comment.site === site && comment.story.id === story)
        entry.comment = { ...comment, story: { ...comment.story, state } };
    }
  }

  /** The shown comment so many steps further; at either end, that end. */
  neighbour(id: string | undefined, step: number): DeskComment | undefined {
    const shown = this.#entries.filter(
      ({ comment, status }) => status === "shown" || comment.id === id,
    );
    const at = shown.findIndex(({ comment }) => comment.id === id);
    const to = at < 0 ? 0 : Math.min(shown.length - 1, Math.max(0, at + step));
    const found = shown[to];
    return found?.status === "shown" ? found.comment : undefined;
  }

  #leave(entry: Entry): void {
    this.#entries = this.#entries.filter((other) => other !== entry);
    this.#left.set(entry.comment.id, entry.comment.revision);
    const [oldest] = this.#left.keys();
    if (this.#left.size > rememberedMax && oldest !== undefined) this.#left.delete(oldest);
  }

  #renew(entry: Entry, comment: DeskComment): void {
    if (comment.revision < entry.comment.revision) return;
    const isBack = entry.status === "gone" && comment.revision > entry.comment.revision;
    // What says the same stays the same, so that nothing is drawn anew for it.
    if (JSON.stringify(comment) !== JSON.stringify(entry.comment)) entry.comment = comment;
    if (!isBack) return;
    entry.status = "shown";
    delete entry.departure;
  }

  #isStale({ id, revision }: DeskComment): boolean {
    return revision <= (this.#left.get(id) ?? -1);
  }

  /** What the server's list would have to contain and does not. */
  #dropMissing(page: DeskPage): void {
    const there = new Set(page.comments.map(({ id }) => id));
    const reach = page.comments[page.comments.length - 1];
    for (const { comment } of this.#entries) {
      const isCovered = page.next === null || (reach && !this.#isBefore(reach, comment));
      if (isCovered && !there.has(comment.id)) {
        const known = this.find(comment.id);
        if (known?.status !== "gone") this.depart(comment.id, {});
      }
    }
  }

  #order(): void {
    this.#entries.sort((a, b) => (this.#isBefore(a.placed, b.placed) ? -1 : 1));
  }

  #isBefore(a: DeskComment, b: DeskComment): boolean {
    return isBefore(a, b, this.#sort);
  }
}

function entryOf(comment: DeskComment, status: EntryStatus): Entry {
  return { comment, placed: comment, status };
}
