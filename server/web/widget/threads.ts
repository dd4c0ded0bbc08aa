// The discussion as it is shown: nested to a depth, flat below it.

import { compareAge, type Discussion, type Entry } from "./discussion.ts";

/** Comments deeper than this stand at this depth, each saying what it replies to. */
export const depthMax = 4;

export interface Thread {
  entry: Entry;
  depth: number;
  replies: Thread[];
  /** Set where the place alone does not say it. */
  inReplyTo?: Entry;
  /** Replies that have arrived and wait to be shown. */
  heldReplies: number;
}

export interface View {
  loaded: Thread[];
  /** Behind the comments still to be loaded: new ones, and one's own. */
  beyond: Thread[];
  /** New top-level comments that wait to be shown. */
  heldAtTop: number;
  /** All that wait. */
  held: number;
}

export function arrange(discussion: Discussion): View {
  const view: View = { loaded: [], beyond: [], heldAtTop: 0, held: 0 };
  const repliesOf = new Map<string, Entry[]>();
  const tops: Entry[] = [];
  for (const entry of discussion.entries) {
    const parent = discussion.parentOf(entry);
    if (!parent) tops.push(entry);
    else if (repliesOf.has(parent.id)) repliesOf.get(parent.id)?.push(entry);
    else repliesOf.set(parent.id, [entry]);
  }
  for (const replies of repliesOf.values()) replies.sort(compareAge);
  tops.sort((a, b) => discussion.compareTop(a, b));

  for (const top of tops) {
    if (top.isHeld) {
      view.heldAtTop += 1;
      view.held += 1 + countBelow(top, repliesOf);
    } else {
      const list = discussion.isBeyondLoaded(top) ? view.beyond : view.loaded;
      list.push(grow(top, repliesOf, view));
    }
  }
  return view;
}

/** One top-level comment with all below it. Not recursive: threads may be any number deep. */
function grow(top: Entry, repliesOf: Map<string, Entry[]>, view: View): Thread {
  const root: Thread = { entry: top, depth: 1, replies: [], heldReplies: 0 };
  const waiting: { entry: Entry; above: Thread; list: Thread[] }[] = [];
  const queueReplies = (thread: Thread, list: Thread[]) => {
    for (const entry of [...(repliesOf.get(thread.entry.id) ?? [])].reverse())
      waiting.push({ entry, above: thread, list });
  };
  queueReplies(root, root.replies);
  for (let item = waiting.pop(); item; item = waiting.pop()) {
    const { entry, above, list } = item;
    if (entry.isHeld) {
      above.heldReplies += 1;
      view.held += 1 + countBelow(entry, repliesOf);
      continue;
    }
    const isFlat = above.depth >= depthMax;
    const thread: Thread = {
      entry,
      depth: isFlat ? depthMax : above.depth + 1,
      replies: [],
      heldReplies: 0,
      ...(isFlat ? { inReplyTo: above.entry } : {}),
    };
    list.push(thread);
    queueReplies(thread, thread.depth >= depthMax ? list : thread.replies);
  }
  return root;
}

function countBelow(entry: Entry, repliesOf: Map<string, Entry[]>): number {
  let count = 0;
  const waiting = [entry];
  for (let above = waiting.pop(); above; above = waiting.pop()) {
    const replies = repliesOf.get(above.id) ?? [];
    count += replies.length;
    waiting.push(...replies);
  }
  return count;
}
