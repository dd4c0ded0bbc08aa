// Sentences by key, with {placeholders} and plural forms.

/** A sentence, or one for each plural form of its `count`. */
export type Message = string | ({ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>);

export type Values = Record<string, string | number>;

/** A language's sentences. The English catalogue is complete; its keys are the keys there are. */
export type Catalogue<Key extends string> = Readonly<Record<Key, Message>>;

/** Who can say these sentences; a Translator that knows more can say them too. */
export interface Speaker<Key extends string> {
  say(key: Key, values?: Values): string;
  /** Whether there is a sentence for a key that is made of what a server says. */
  knows?(key: string): boolean;
}

export class Translator<Key extends string> implements Speaker<Key> {
  readonly language: string;
  readonly #messages: Catalogue<Key>;
  readonly #plural: Intl.PluralRules;
  readonly #number: Intl.NumberFormat;

  constructor(language: string, messages: Catalogue<Key>) {
    this.language = language;
    this.#messages = messages;
    this.#plural = new Intl.PluralRules(language);
    this.#number = new Intl.NumberFormat(language);
  }

  knows(key: string): boolean {
    return Object.hasOwn(this.#messages, key);
  }

  /** `count` chooses the plural form. Numbers are written as the language writes them. */
  say(key: Key, values: Values = {}): string {
    const message = this.#messages[key];
    const count = values["count"];
    const pattern =
      typeof message === "string"
        ? message
        : (message[this.#plural.select(Number(count ?? 0))] ?? message.other);
    return pattern.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
      const value = values[name];
      if (value === undefined) return placeholder;
      return typeof value === "number" ? this.#number.format(value) : value;
    });
  }
}

/** The first of the wanted languages that there is: "de-AT" finds "de". */
export function chooseLanguage(
  wanted: readonly (string | null | undefined)[],
  available: readonly string[],
): string {
  for (const tag of wanted) {
    const base = tag?.toLowerCase().split("-")[0];
    if (tag && base && available.includes(base)) return isValid(tag) ? tag : base;
  }
  return "en";
}

function isValid(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
