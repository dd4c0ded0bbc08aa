// The key's letter as commands are named by, on keyboards that write other letters as well.

/** What of a key press says which key it was. */
export interface KeyPress {
  key: string;
  /** The key's place; where it is not told, only what is written counts. */
  code?: string;
  shiftKey: boolean;
}

/**
 * What a key writes counts, so that every Latin layout works. Where it writes Cyrillic or Arabic,
 * the place of the key counts: who writes both knows where the Latin letters are.
 */
export function latinKey({ key, code = "", shiftKey }: KeyPress): string {
  if (key.length !== 1 || key <= "\u024f") return key.length === 1 ? key.toLowerCase() : key;
  if (code === "Slash") return shiftKey ? "?" : "/";
  const [, place] = code.match(/^(?:Key|Digit)([A-Z\d])$/) ?? [];
  return place?.toLowerCase() ?? key;
}
