// What an edit changed, word by word.

export interface Change {
  kind: "same" | "removed" | "added";
  text: string;
}

/** The longest comments that are worth the time; of longer ones, the old stands before the new. */
const cellsMax = 4_000_000;

export function wordDiff(before: string, after: string): Change[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  let from = 0;
  while (from < a.length && from < b.length && a[from] === b[from]) from += 1;
  let kept = 0;
  const rest = Math.min(a.length, b.length) - from;
  while (kept < rest && a[a.length - 1 - kept] === b[b.length - 1 - kept]) kept += 1;
  const changes: Change[] = [];
  add(changes, "same", a.slice(0, from));
  diffMiddle(a.slice(from, a.length - kept), b.slice(from, b.length - kept), changes);
  add(changes, "same", a.slice(a.length - kept));
  return changes;
}

/** Words, spaces, and everything else by itself. */
function wordsOf(text: string): string[] {
  return text.match(/\s+|[\p{L}\p{M}\p{N}_]+|[^\s\p{L}\p{M}\p{N}_]/gu) ?? [];
}

/** By the longest common subsequence; what was removed stands before what was added. */
function diffMiddle(a: string[], b: string[], changes: Change[]): void {
  const width = b.length + 1;
  if ((a.length + 1) * width > cellsMax) {
    add(changes, "removed", a);
    add(changes, "added", b);
    return;
  }
  /** How many words are common from these two on. */
  const common = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; --i)
    for (let j = b.length - 1; j >= 0; --j)
      common[i * width + j] =
        a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      add(changes, "same", a.slice(i, i + 1));
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) {
      add(changes, "removed", a.slice(i, i + 1));
      i += 1;
    } else {
      add(changes, "added", b.slice(j, j + 1));
      j += 1;
    }
  }
}

function add(changes: Change[], kind: Change["kind"], words: readonly string[]): void {
  const text = words.join("");
  const last = changes[changes.length - 1];
  if (text === "") return;
  if (last?.kind === kind) last.text += text;
  else changes.push({ kind, text });
}
