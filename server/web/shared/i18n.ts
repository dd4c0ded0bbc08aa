// Sentences by key, with {placeholders} and plural forms.

/** A sentence, or one for each plural form of its `count`. */
export type Message = string | ({ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>);

export type Values = Record<string, string | number>;

/** A language's sentences. The English catalogue is complete; its keys are the keys there are. */
export type Catalogue<Key extends string> = Readonly<Record<Key, Message>>;

export type Direction = "ltr" | "rtl";

/** What there is in another language, as /languages/ has it. */
export interface Language {
  direction: Direction;
  messages: Readonly<Record<string, Message>>;
}

/** Who can say these sentences; a Translator that knows more can say them too. */
export interface Speaker<Key extends string> {
  say(key: Key, values?: Values): string;
  /** Whether there is a sentence for a key that is made of what a server says. */
  knows?(key: string): boolean;
}

/** Letters written from right to left, and marks that turn a line around. */
const turning = /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]/;

export class Translator<Key extends string> implements Speaker<Key> {
  readonly #english: Catalogue<Key>;
  readonly #englishPlural = new Intl.PluralRules("en");
  #language!: string;
  #other!: Language;
  #plural!: Intl.PluralRules;
  #number!: Intl.NumberFormat;

  /** Speaks English until it has learned something else; `language` is its region, for numbers. */
  constructor(language: string, english: Catalogue<Key>) {
    this.#english = english;
    this.learn(language);
  }

  get language(): string {
    return this.#language;
  }

  get direction(): Direction {
    return this.#other.direction;
  }

  /** From now on in that language; what it has no sentence for is said in English. */
  learn(language: string, other: Language = { direction: "ltr", messages: {} }): void {
    this.#language = language;
    this.#other = other;
    this.#plural = new Intl.PluralRules(language);
    this.#number = new Intl.NumberFormat(language);
  }

  knows(key: string): boolean {
    return Object.hasOwn(this.#english, key);
  }

  /** `count` chooses the plural form. Numbers are written as the language writes them. */
  say(key: Key, values: Values = {}): string {
    const translated = this.#other.messages[key];
    const message = translated ?? this.#english[key];
    const plural = translated ? this.#plural : this.#englishPlural;
    const count = Number(values["count"] ?? 0);
    const pattern =
      typeof message === "string" ? message : (message[plural.select(count)] ?? message.other);
    return pattern.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
      const value = values[name];
      if (value === undefined) return placeholder;
      return typeof value === "number" ? this.#number.format(value) : this.#isolate(value);
    });
  }

  /** A name that is written the other way must not turn the sentence around it. */
  #isolate(value: string): string {
    if (this.direction === "ltr" && !turning.test(value)) return value;
    return `\u2068${value.replace(/[\u2066-\u2069]/g, "")}\u2069`;
  }
}

/** The first of the wanted languages that there is: "de-AT" finds "de" if there is no "de-at". */
export function chooseLanguage(
  wanted: readonly (string | null | undefined)[],
  available: readonly string[],
): string {
  for (const tag of wanted) {
    const found = tag && nameOf(tag, available);
    if (found) return isValid(tag) ? tag : found;
  }
  return "en";
}

/** The name under which a language is kept. */
export function nameOf(tag: string, available: readonly string[]): string | undefined {
  const whole = tag.toLowerCase();
  return [whole, whole.split("-")[0]].find((name) => name && available.includes(name));
}

function isValid(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
