// The comments of a story as this reader has them: pages, live events and one's own merged by id.

import type { Sort } from "../shared/api.ts";
import type { Comment, CommentPage } from "../shared/types.ts";
import type { OwnComment, OwnState } from "./own-comments.ts";

export interface Entry {
  id: string;
  /** Without replies: those are entries of their own. Absent until the server has stored it. */
  comment?: Comment;
  /** Set for what was written in this browser. */
  own?: OwnComment;
  state: OwnState;
  parent: string | undefined;
  created_at: string;
  /** Arrived live where it would have moved what is being read; waits to be asked for. */
  isHeld: boolean;
  /** Place in the server's order, which "top" follows. */
  rank: number;
}

/** May a comment that just arrived be shown, or would that move what is being read? */
export type Placement = (entry: Entry) => "show" | "hold";

export class Discussion {
  readonly #entries = new Map<string, Entry>();
  /** Where removed comments hung, so that replies to them keep their place. */
  readonly #parentOfRemoved = new Map<string, string | undefined>();
  readonly #sort: Sort;
  #next: string | null = null;
  #lastLoaded: Entry | undefined;
  #rank = 0;

  constructor(sort: Sort) {
    this.#sort = sort;
  }

  get sort(): Sort {
    return this.#sort;
  }

  /** Cursor of the page to load next. */
  get next(): string | null {
    return this.#next;
  }

  get entries(): readonly Entry[] {
    return [...this.#entries.values()];
  }

  find(id: string): Entry | undefined {
    return this.#entries.get(id);
  }

  /** Adds a page behind those loaded. */
  addPage(page: CommentPage): void {
    for (const comment of flatten(page.comments)) this.#put(comment, "show");
    this.#endAt(page);
  }

  /**
   * Takes pages loaded anew for all there was: what they do not have is no longer public. One's own
   * unpublished comments stay. What is new is placed like what arrives live.
   */
  replace(pages: readonly CommentPage[], placement: Placement): void {
    const comments = pages.flatMap((page) => flatten(page.comments));
    const listed = new Set(comments.map(({ id }) => id));
    const last = pages[pages.length - 1];
    this.#rank = 0;
    for (const comment of comments) this.#put(comment, placement);
    if (last) this.#endAt(last);
    const cutOff = new Set(
      pages.flatMap((page) => page.comments.filter(hasMoreReplies).map(({ id }) => id)),
    );
    for (const entry of this.entries) {
      if (entry.state !== "published" || listed.has(entry.id)) continue;
      if (!this.isBeyondLoaded(entry) && !cutOff.has(this.#topOf(entry).id)) this.remove(entry.id);
    }
  }

  /** A comment was published or edited. True when it is new to this reader as a published one. */
  put(comment: Comment, placement: Placement): boolean {
    return this.#put(comment, placement);
  }

  /** One's own comment, in whatever state it is. */
  putOwn(own: OwnComment, comment?: Comment): void {
    const known = this.#entries.get(own.id);
    const shown = comment ?? known?.comment;
    this.#entries.set(own.id, {
      id: own.id,
      ...(shown ? { comment: withoutReplies(shown) } : {}),
      own,
      // What everybody sees is published, whatever an older answer says.
      state: known?.state === "published" ? "published" : own.state,
      parent: shown?.parent ?? own.parent,
      created_at: shown?.created_at ?? own.created_at,
      isHeld: false,
      rank: known?.rank ?? Number.POSITIVE_INFINITY,
    });
  }

  /** True when there was a published one. Replies move up to what the comment replied to. */
  remove(id: string): boolean {
    const entry = this.#entries.get(id);
    if (!entry) return false;
    this.#parentOfRemoved.set(id, entry.parent);
    this.#entries.delete(id);
    return entry.state === "published";
  }

  /** The comment this one is shown under; undefined at the top. */
  parentOf(entry: Entry): Entry | undefined {
    let id = entry.parent;
    // A cycle cannot come from the server; the bound makes it harmless all the same.
    for (let steps = 0; id !== undefined && steps <= this.#parentOfRemoved.size; ++steps) {
      const parent = this.#entries.get(id);
      if (parent) return parent === entry ? undefined : parent;
      id = this.#parentOfRemoved.get(id);
    }
    return undefined;
  }

  /** Shows what was held: one comment's new replies, or all. */
  reveal(parent?: string): void {
    for (const entry of this.#entries.values())
      if (parent === undefined || this.#isBelow(entry, parent)) entry.isHeld = false;
  }

  /** Whether a comment belongs behind what has been loaded, where there may be others before it. */
  isBeyondLoaded(entry: Entry): boolean {
    if (this.#next === null || !this.#lastLoaded) return false;
    return this.compareTop(this.#topOf(entry), this.#lastLoaded) > 0;
  }

  compareTop(a: Entry, b: Entry): number {
    if (this.#sort === "top" && a.rank !== b.rank) return a.rank - b.rank;
    return this.#sort === "newest" ? compareAge(b, a) : compareAge(a, b);
  }

  #topOf(entry: Entry): Entry {
    let top = entry;
    for (let parent = this.parentOf(top); parent; parent = this.parentOf(top)) top = parent;
    return top;
  }

  #isBelow(entry: Entry, ancestor: string): boolean {
    let above = this.parentOf(entry);
    while (above && above.id !== ancestor) above = this.parentOf(above);
    return above !== undefined;
  }

  #put(comment: Comment, placement: Placement | "show"): boolean {
    const known = this.#entries.get(comment.id);
    const wasPublished = known?.state === "published";
    const entry: Entry = {
      id: comment.id,
      comment: withoutReplies(comment),
      state: "published",
      parent: comment.parent,
      created_at: comment.created_at,
      isHeld: known?.isHeld ?? false,
      rank: this.#rank++,
    };
    if (known?.own) entry.own = { ...known.own, state: "published" };
    if (!known && placement !== "show") {
      entry.rank = Number.POSITIVE_INFINITY;
      entry.isHeld = placement(entry) === "hold";
    }
    this.#entries.set(entry.id, entry);
    return !wasPublished;
  }

  #endAt(page: CommentPage): void {
    this.#next = page.next;
    const last = page.comments[page.comments.length - 1];
    if (last) this.#lastLoaded = this.#entries.get(last.id);
  }
}

/** How many replies a page brings along with a top-level comment. */
const repliesPerTop = 50;

/** Whether a page may not have all the replies to this top-level comment. */
function hasMoreReplies(top: Comment): boolean {
  return top.more_replies !== undefined || flatten(top.replies ?? []).length >= repliesPerTop;
}

/** By time, and by id where the time is the same: ids are UUIDv7 and increase as well. */
export function compareAge(a: Entry, b: Entry): number {
  if (a.created_at !== b.created_at) return a.created_at < b.created_at ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** Comments before their replies. Not recursive, as deep as readers may reply. */
function flatten(comments: readonly Comment[]): Comment[] {
  const flat: Comment[] = [];
  const waiting = [...comments].reverse();
  for (let comment = waiting.pop(); comment; comment = waiting.pop()) {
    flat.push(comment);
    // By the tree where it is not said: the server may have moved a reply up to an ancestor.
    const { id } = comment;
    for (const reply of [...(comment.replies ?? [])].reverse())
      waiting.push({ ...reply, parent: reply.parent ?? id });
  }
  return flat;
}

function withoutReplies(comment: Comment): Comment {
  const { replies: _, ...rest } = comment;
  return rest;
}

export function nameOf({ comment, own }: { comment?: Comment; own?: { name: string } }): string {
  return comment?.author.name ?? own?.name ?? "";
}
