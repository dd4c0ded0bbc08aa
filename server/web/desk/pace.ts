// Marks for whoever measures how fast the desk is: from a decision to the next comment.

const decided = "rejoinder:decided";
const ready = "rejoinder:ready";
/** A browser keeps each mark until it is told otherwise; a moderator stays all day. */
const marksMax = 1_000;

export class Pace {
  #count = 0;
  #isAwaited = false;

  /** A decision was asked for. */
  decided(): void {
    if (this.#count++ % marksMax === 0) {
      performance.clearMarks(decided);
      performance.clearMarks(ready);
    }
    performance.mark(decided);
    this.#isAwaited = true;
  }

  /** The comment that comes next has the focus. */
  ready(): void {
    if (!this.#isAwaited) return;
    performance.mark(ready);
    this.#isAwaited = false;
  }
}
