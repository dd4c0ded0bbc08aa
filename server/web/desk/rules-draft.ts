// A rule set while it is worked on, as a form and as text, with nothing lost between the two.

import type { Json, JsonObject, NewRules, Rules } from "../shared/rules-types.ts";
import type { FieldError } from "../shared/types.ts";
import { canonical, isObject, valueAt, withValueAt, type Path } from "./json-path.ts";
import { lineOfSyntaxError } from "./json-syntax.ts";

interface Typed {
  text: string;
  /** Why it is not JSON, or not JSON that may stand there. */
  problem?: { line: number | undefined };
}

export class RulesDraft {
  readonly base: Rules;
  #rules: JsonObject;
  #files: Record<string, string>;
  /** What was written as text, by the path it stands for; "" is all of it. */
  readonly #typed = new Map<string, Typed>();
  /** What the server said of it, until it is changed. */
  problems: readonly FieldError[] = [];

  constructor(base: Rules) {
    this.base = base;
    this.#rules = base.rules;
    this.#files = base.files;
  }

  get rules(): JsonObject {
    return this.#rules;
  }

  get files(): Readonly<Record<string, string>> {
    return this.#files;
  }

  at(path: Path): Json | undefined {
    return valueAt(this.#rules, path);
  }

  /** `undefined`: it is not said any more. */
  set(path: Path, value: Json | undefined): void {
    this.#rules = withValueAt(this.#rules, path, value);
    this.#forgetTyped();
    const place = path.join(".");
    this.problems = this.problems.filter(({ field }) => field !== place);
  }

  setFile(name: string, text: string | undefined): void {
    const { [name]: _, ...others } = this.#files;
    this.#files = text === undefined ? others : { ...this.#files, [name]: text };
    this.problems = this.problems.filter(({ field }) => !field.startsWith(`${name} line `));
  }

  /** A part of it, or with "" all, as it was typed or as it would be. */
  textOf(place: string): string {
    const typed = this.#typed.get(place);
    return typed ? typed.text : asText(place ? this.at(place.split(".")) : this.#rules);
  }

  write(place: string, text: string): void {
    const { value, problem } = read(text, place === "" ? "object" : "array");
    if (problem) {
      this.#typed.set(place, { text, problem });
      return;
    }
    if (place === "") this.#typed.clear();
    if (place === "") this.#rules = value as JsonObject;
    else this.#rules = withValueAt(this.#rules, place.split("."), value);
    this.#forgetTyped();
    this.#typed.set(place, { text });
    this.problems = [];
  }

  /** Why a text is not taken; `line` is where, if that is known. */
  problemOf(place: string): { line: number | undefined } | undefined {
    return this.#typed.get(place)?.problem;
  }

  /** Whether everything that was typed is understood. */
  get isReadable(): boolean {
    return [...this.#typed.values()].every(({ problem }) => !problem);
  }

  get isChanged(): boolean {
    return (
      !this.isReadable ||
      canonical(this.#rules) !== canonical(this.base.rules) ||
      canonical(this.#files) !== canonical(this.base.files)
    );
  }

  /** What is sent: of the lists, those that are not the base's. */
  get asNew(): NewRules {
    const changed = Object.entries(this.#files).filter(
      ([name, text]) => this.base.files[name] !== text,
    );
    return {
      rules: this.#rules,
      base: this.base.version,
      ...(changed.length > 0 ? { files: Object.fromEntries(changed) } : {}),
    };
  }

  /** Text that was understood is written anew; what was not stays as it is. */
  #forgetTyped(): void {
    for (const [place, { problem }] of this.#typed) if (!problem) this.#typed.delete(place);
  }
}

function asText(value: Json | undefined): string {
  return value === undefined ? "" : JSON.stringify(value, null, 2);
}

function read(
  text: string,
  kind: "object" | "array",
): { value?: Json | undefined; problem?: Typed["problem"] } {
  if (kind === "array" && text.trim() === "") return { value: undefined };
  try {
    const value = JSON.parse(text) as Json;
    const isRight = kind === "array" ? Array.isArray(value) : isObject(value);
    return isRight ? { value } : { problem: { line: 1 } };
  } catch {
    return { problem: { line: lineOfSyntaxError(text) } };
  }
}
