// Where a text stops being JSON: browsers tell it each in words of its own, or not at all.

import { lineAt } from "./json-lines.ts";

const string = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const other = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const blanks = /[ \t\r\n]*/y;

class Reader {
  at = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  get isAtEnd(): boolean {
    this.#take(blanks);
    return this.at === this.#text.length;
  }

  /** False where there is none; `at` is then where something else was expected. */
  takeValue(): boolean {
    this.#take(blanks);
    switch (this.#text[this.at]) {
      case "{":
        return this.#takeMembers("}", () => this.#takeKey() && this.takeValue());
      case "[":
        return this.#takeMembers("]", () => this.takeValue());
      case '"':
        return this.#take(string);
      default:
        return this.#take(other);
    }
  }

  #takeMembers(end: string, takeMember: () => boolean): boolean {
    ++this.at;
    if (this.#takeSign(end)) return true;
    do if (!takeMember()) return false;
    while (this.#takeSign(","));
    return this.#takeSign(end);
  }

  #takeKey(): boolean {
    this.#take(blanks);
    return this.#take(string) && this.#takeSign(":");
  }

  #takeSign(sign: string): boolean {
    this.#take(blanks);
    if (this.#text[this.at] !== sign) return false;
    ++this.at;
    return true;
  }

  #take(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.#text);
    if (found) this.at += found[0].length;
    return found !== null;
  }
}

/** The line (from 1) on which it stops, or undefined where it is JSON to its end. */
export function lineOfSyntaxError(text: string): number | undefined {
  const reader = new Reader(text);
  if (reader.takeValue() && reader.isAtEnd) return undefined;
  // What is missing at the end is missing after what there is.
  return lineAt(text, Math.min(reader.at, text.trimEnd().length));
}
