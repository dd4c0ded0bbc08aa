// The lists of a rule set: which there are, and what is said of each.

import type { Json } from "../shared/rules-types.ts";
import { hostLists } from "./filter-fields.ts";
import { valueAt, type Path } from "./json-path.ts";
import type { MessageKey } from "./messages.ts";
import type { RulesDraft } from "./rules-draft.ts";
import { listsOf } from "./silent-rules.ts";

export interface RuleList {
  /** Its file, by which it is known. */
  name: string;
  /** Where the rule set names it: an entry of the word lists, or the key of a filter. */
  path: Path;
  isWordList: boolean;
  /** A word list's reason, or what a filter's key is called. */
  reason?: string;
  title?: MessageKey;
}

export function ruleLists(draft: RulesDraft): RuleList[] {
  const words = listsOf(draft.rules).map((list, index) => ({
    name: textAt(list, "file"),
    path: ["filters", "words", "lists", index],
    isWordList: true,
    reason: textAt(list, "reason") || "suspect_word",
  }));
  const others = hostLists.flatMap(({ filter, key }) => {
    const path = ["filters", filter, key];
    const name = draft.at(path);
    const title = `filters.${filter}.${key}` as MessageKey;
    return typeof name === "string" ? [{ name, path, isWordList: false, title }] : [];
  });
  return [...words, ...others].filter(({ name }) => name !== "");
}

/** Comments and empty lines are none. */
export function entriesIn(text: string): number {
  return text.split("\n").filter((line) => line.trim() && !/^#(\s|$)/.test(line.trim())).length;
}

/** False where that name is taken. */
export function addWordList(draft: RulesDraft, name: string): boolean {
  if (Object.hasOwn(draft.files, name)) return false;
  const lists = listsOf(draft.rules);
  draft.set(["filters", "words", "lists"], [...lists, { file: name, reason: "suspect_word" }]);
  draft.setFile(name, "");
  return true;
}

export function removeList(draft: RulesDraft, { name, path }: RuleList): void {
  draft.set(path, undefined);
  if (!ruleLists(draft).some((list) => list.name === name)) draft.setFile(name, undefined);
}

function textAt(list: Json, key: string): string {
  const value = valueAt(list, [key]);
  return typeof value === "string" ? value : "";
}
