// Checks languages/*.json against the English sentences, and writes what widget and desk load.

import { build } from "esbuild";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Each language's file by its name: "de" for de.json. */
export function readLanguages(folder) {
  return Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file.endsWith(".json"))
      .sort()
      .map((file) => [
        file.replace(".json", ""),
        JSON.parse(readFileSync(join(folder, file), "utf8")),
      ]),
  );
}

/** `import { languageNames } from "language-list"` knows which files there are. */
export function languageList(languages) {
  const names = Object.entries(languages).map(([language, { name }]) => [language, name]);
  const contents =
    `export const languageNames = ${JSON.stringify(Object.keys(languages))};` +
    `export const ownNames = ${JSON.stringify(Object.fromEntries(names))};`;
  return {
    name: "language-list",
    setup(plugins) {
      const namespace = "language-list";
      plugins.onResolve({ filter: /^language-list$/ }, ({ path }) => ({ path, namespace }));
      plugins.onLoad({ filter: /.*/, namespace }, () => ({ contents, loader: "js" }));
    },
  };
}

/** One file for each language and part. What would be said wrongly ends the build. */
export async function writeLanguages(languages, folder, out, plugins) {
  const { outputFiles } = await build({
    entryPoints: [join(folder, "check-language.ts")],
    bundle: true,
    format: "esm",
    write: false,
    plugins,
  });
  const source = Buffer.from(outputFiles[0].contents).toString("base64");
  const { problemsOf } = await import(`data:text/javascript;base64,${source}`);

  mkdirSync(out, { recursive: true });
  const wrong = [];
  for (const [language, file] of Object.entries(languages)) {
    const problems = problemsOf(language, file);
    wrong.push(...problems.wrong);
    if (problems.missing.length > 0)
      console.warn(`${language}: ${problems.missing.length} sentences are missing`);
    for (const part of ["widget", "desk"]) {
      const messages = { ...file.shared, ...file[part] };
      const text = JSON.stringify({ direction: file.direction, messages });
      writeFileSync(join(out, `${part}.${language}.json`), text);
    }
  }
  if (wrong.length > 0) throw new Error(`languages:\n${wrong.join("\n")}`);
}
