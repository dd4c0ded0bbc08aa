// The files of languages/, listed by build.mjs.
declare module "language-list" {
  /** "de", "fr", …; English needs no file. */
  export const languageNames: readonly string[];
  /** What each calls itself. */
  export const ownNames: Readonly<Record<string, string>>;
}
