// Who else has which comment open. Nobody is kept from anything by it.

import type { DeskComment, DeskEvent } from "../shared/desk-types.ts";

type ClaimEvent = Pick<Extract<DeskEvent, { type: "claim" }>, "comment" | "by" | "open">;

interface Note {
  by: string;
  heardAt: number;
}

/** Who has left without a word is forgotten after so long; who stays is told of in between. */
const holdsForMs = 60_000;

export class ClaimBoard {
  readonly #onChange: () => void;
  readonly #notes = new Map<string, Note>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  holderOf(id: string): string | undefined {
    return this.#notes.get(id)?.by;
  }

  /** News of this moment. */
  hear({ comment, by, open }: ClaimEvent): void {
    if (open) this.#keep(comment, { by, heardAt: Date.now() });
    else if (this.#notes.get(comment)?.by === by) this.#notes.delete(comment);
  }

  /** What a list says, which was asked for at that time: later news counts more. */
  learn(comments: readonly Pick<DeskComment, "id" | "claim">[], askedAt: number): void {
    for (const { id, claim } of comments) {
      const isNews = (this.#notes.get(id)?.heardAt ?? 0) <= askedAt;
      if (isNews && claim) this.#keep(id, { by: claim.by, heardAt: askedAt });
      else if (isNews) this.#notes.delete(id);
    }
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#notes.clear();
  }

  #keep(id: string, note: Note): void {
    this.#notes.set(id, note);
    this.#timer ??= setTimeout(() => this.#forget(), holdsForMs);
  }

  #forget(): void {
    this.#timer = undefined;
    const now = Date.now();
    let nextAt = Number.POSITIVE_INFINITY;
    for (const [id, { heardAt }] of this.#notes) {
      if (heardAt + holdsForMs <= now) this.#notes.delete(id);
      else nextAt = Math.min(nextAt, heardAt + holdsForMs);
    }
    if (this.#notes.size > 0) this.#timer = setTimeout(() => this.#forget(), nextAt - now);
    this.#onChange();
  }
}
