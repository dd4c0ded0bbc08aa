// The decisions of this visit that can be taken back, the last one first.

import type { DeskComment } from "../shared/desk-types.ts";

/** What is taken back at once: one decision or edit, or many decisions taken as one. */
export interface Undoable {
  /** As they were before. */
  comments: readonly DeskComment[];
  /** What the server knows them by, in the order in which they were taken. */
  undos: readonly string[];
  /** The address of the list they were in. */
  where: string;
  /** Of the notice that offers it. */
  noticeId?: number;
}

/** With the largest of batches, so much is a few megabytes. */
const undoablesMax = 200;

export class UndoStack {
  #items: Undoable[] = [];

  get last(): Undoable | undefined {
    return this.#items[this.#items.length - 1];
  }

  push(undoable: Undoable): void {
    this.#items = [...this.#items, undoable].slice(-undoablesMax);
  }

  /** False if it is not there any more: it is being taken back already. */
  remove(undoable: Undoable): boolean {
    const others = this.#items.filter((item) => item !== undoable);
    const wasThere = others.length < this.#items.length;
    this.#items = others;
    return wasThere;
  }
}
