// Languages other than English are fetched when somebody wants them.

import { languageNames } from "language-list";

import { chooseLanguage, nameOf, type Language, type Translator } from "./i18n.ts";
import { request, type Fetch } from "./request.ts";

/** A page waits so long for its language before it begins in English. */
const patienceMs = 3_000;

/** The first of the wanted languages that there is. */
export function languageOf(...wanted: (string | null | undefined)[]): string {
  return chooseLanguage(wanted, ["en", ...languageNames]);
}

export interface Lesson {
  language: string;
  /** Where the files are: the server's address. */
  server: string;
  part: "desk" | "widget";
  fetch?: Fetch;
  /**
   * Called when it is time to speak: at once for English and upon a failure, which leaves the
   * translator as it was, and otherwise as soon as it has learned. Who is kept waiting for long
   * begins without, and is called again.
   */
  onReady: () => void;
}

export async function learn<Key extends string>(
  translator: Translator<Key>,
  { language, server, part, fetch = (url, init) => globalThis.fetch(url, init), onReady }: Lesson,
): Promise<void> {
  const name = nameOf(language, languageNames);
  if (name === undefined) {
    translator.learn(language);
    return onReady();
  }
  const impatience = setTimeout(onReady, patienceMs);
  try {
    const url = `${server}/languages/${part}.${name}.json`;
    const { body } = await request<Language>(fetch, url);
    if (body?.messages) translator.learn(language, body);
  } catch {
    // English, then.
  } finally {
    clearTimeout(impatience);
    onReady();
  }
}
