// Holds a language's file to the English sentences: keys, placeholders, plural forms.

import type { Direction, Message } from "../shared/i18n.ts";
import { english, parts, type Part, type Sentences } from "./english.ts";

export interface LanguageFile extends Record<Part, Sentences> {
  /** What the language calls itself. */
  name: string;
  direction: Direction;
}

export interface Problems {
  /** Said in English meanwhile. */
  missing: string[];
  /** Not said by anybody. */
  unknown: string[];
  /** Would be said wrongly. */
  wrong: string[];
}

/** `name` is the file's: "de", "pt-br". */
export function problemsOf(name: string, file: LanguageFile, against = english): Problems {
  const found: Problems = { missing: [], unknown: [], wrong: [] };
  const forms = pluralForms(name);
  if (!file.name || (file.direction !== "ltr" && file.direction !== "rtl"))
    found.wrong.push(`${name}: has no name or no direction`);
  for (const part of parts) {
    const sentences = file[part] ?? {};
    for (const key of Object.keys(sentences))
      if (!Object.hasOwn(against[part], key)) found.unknown.push(`${name}: ${part} ${key}`);
    for (const [key, original] of Object.entries(against[part])) {
      const sentence = sentences[key];
      if (sentence === undefined) found.missing.push(`${name}: ${part} ${key}`);
      else
        for (const complaint of complaintsAbout(sentence, original, forms))
          found.wrong.push(`${name}: ${part} ${key}: ${complaint}`);
    }
  }
  return found;
}

/** What each plural form is for, among the numbers that occur. */
function pluralForms(language: string): ReadonlyMap<string, number[]> {
  const numbersMax = 1_000;
  const rules = new Intl.PluralRules(language);
  const forms = new Map<string, number[]>([["other", []]]);
  for (let number = 0; number <= numbersMax; ++number) {
    const form = rules.select(number);
    forms.set(form, [...(forms.get(form) ?? []), number]);
  }
  return forms;
}

function complaintsAbout(
  sentence: Message,
  original: Message,
  forms: ReadonlyMap<string, number[]>,
): string[] {
  const wanted = placeholdersOf(typeof original === "string" ? original : original.other);
  if (typeof sentence === "string") {
    if (typeof original !== "string" && !isAlwaysSame(original)) return ["has no plural forms"];
    return samePlaceholders(sentence, wanted);
  }
  if (typeof original === "string" && !wanted.includes("count")) return ["has plural forms"];
  const complaints: string[] = [];
  for (const form of forms.keys())
    if (!Object.hasOwn(sentence, form)) complaints.push(`has no form "${form}"`);
  for (const [form, text] of Object.entries(sentence)) {
    // One number has one name: "two comments" need not be "2 comments".
    const isOneNumber = form !== "other" && forms.get(form)?.length === 1;
    const told = isOneNumber && wanted.includes("count") ? `${text}{count}` : text;
    complaints.push(...samePlaceholders(told, wanted).map((what) => `${form} ${what}`));
  }
  return complaints;
}

function isAlwaysSame(original: Exclude<Message, string>): boolean {
  return new Set(Object.values(original)).size === 1;
}

function samePlaceholders(text: string, wanted: readonly string[]): string[] {
  const own = placeholdersOf(text);
  return own.join() === wanted.join()
    ? []
    : [`has {${own.join("} {")}} and not {${wanted.join("} {")}}`];
}

function placeholdersOf(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(/\{(\w+)\}/g), ([, name = ""]) => name))].sort();
}
