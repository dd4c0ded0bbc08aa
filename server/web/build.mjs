// Builds the pages: widget/embed.ts -> dist/embed.js, desk/ -> dist/desk/, demo/ -> dist/demo/,
// languages/*.json -> dist/languages/.
//
//   node build.mjs [--out DIR]   what the server embeds; prints what a reader has to load
//   node build.mjs --tests       bundles every *.test.ts into build/tests/ for `node --test`

import { build, transform } from "esbuild";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, dirname, extname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { brotliCompressSync, gzipSync } from "node:zlib";

import { languageList, readLanguages, writeLanguages } from "./build-languages.mjs";

const here = dirname(fileURLToPath(import.meta.url));

// Shadow DOM, private fields and static blocks as the browsers of 2022 know them.
const target = ["es2022", "chrome94", "firefox93", "safari16.4"];

const { values: options } = parseArgs({
  options: {
    out: { type: "string", default: join(here, "dist") },
    tests: { type: "boolean", default: false },
  },
});

/** `import text from "./x.css"` gives the minified style sheet as a string. */
const cssAsText = {
  name: "css-as-text",
  setup(plugins) {
    plugins.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const css = await readFile(path, "utf8");
      const { code } = await transform(css, { loader: "css", minify: true, target });
      return { contents: code.trim(), loader: "text", watchFiles: [path] };
    });
  },
};

const languages = readLanguages(join(here, "languages"));
const plugins = [cssAsText, languageList(languages)];

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

function printSize(path) {
  const bytes = readFileSync(path);
  const kilobytes = (n) => `${(n / 1000).toFixed(1)} kB`.padStart(9);
  const gzip = gzipSync(bytes, { level: 9 }).length;
  const brotli = brotliCompressSync(bytes).length;
  console.log(
    `${path.slice(resolve(options.out).length + 1).padEnd(28)} ${kilobytes(bytes.length)}` +
      ` ${kilobytes(gzip)} gzip ${kilobytes(brotli)} br`,
  );
}

const forBrowsers = {
  bundle: true,
  target,
  minify: true,
  legalComments: "none",
  charset: "utf8",
  plugins,
  logLevel: "warning",
};

async function buildScript(source, outfile, format) {
  await build({ entryPoints: [join(here, source)], outfile, format, ...forBrowsers });
  printSize(outfile);
}

/**
 * The desk in parts: what `import()` names is fetched when it is wanted. Parts have a hash in their
 * name, by which the server knows that they may be kept for ever.
 */
async function buildDesk(out) {
  const { metafile } = await build({
    entryPoints: [join(here, "desk/desk.ts")],
    outdir: out,
    format: "esm",
    splitting: true,
    chunkNames: "[name]-[hash]",
    metafile: true,
    absWorkingDir: here,
    ...forBrowsers,
  });
  copyPages(join(here, "desk"), out);
  copyOfOthers(out);

  // The parts that are always needed are asked for with the page, not one after the other.
  const path = (output) => resolve(here, output);
  const main = Object.entries(metafile.outputs).find(([output]) => basename(output) === "desk.js");
  const links = main[1].imports
    .filter(({ kind }) => kind === "import-statement")
    .map((part) => `<link rel="modulepreload" href="/desk/${basename(part.path)}" />\n    `);
  const page = join(out, "index.html");
  const html = readFileSync(page, "utf8");
  writeFileSync(page, html.replace("<script", `${links.join("")}<script`));
  for (const output of Object.keys(metafile.outputs).sort()) printSize(path(output));
}

/** Copies the pages, styles and pictures of a folder; sources and tests stay behind. */
function copyPages(folder, out) {
  const pages = [".html", ".css", ".svg", ".png", ".jpg", ".webp", ".js", ".txt"];
  mkdirSync(out, { recursive: true });
  for (const path of filesBelow(folder)) {
    if (!pages.includes(extname(path))) continue;
    const copy = join(out, path.slice(folder.length + 1));
    mkdirSync(dirname(copy), { recursive: true });
    cpSync(path, copy);
  }
}

/** What the desk stands on and has to name: a style sheet, and the licences that ask for it. */
function copyOfOthers(out) {
  const files = {
    "uplot.css": "uplot/dist/uPlot.min.css",
    "uplot-licence.txt": "uplot/LICENSE",
    "uqr-licence.txt": "uqr/LICENSE",
  };
  for (const [name, source] of Object.entries(files))
    cpSync(join(here, "node_modules", source), join(out, name));
}

/** The demo newspaper's type, from npm, with its licence. */
function copyFonts(out) {
  const fonts = {
    "newsreader.woff2": "newsreader/files/newsreader-latin-wght-normal.woff2",
    "newsreader-italic.woff2": "newsreader/files/newsreader-latin-wght-italic.woff2",
    "newsreader-licence.txt": "newsreader/LICENSE",
    "libre-franklin.woff2": "libre-franklin/files/libre-franklin-latin-wght-normal.woff2",
    "libre-franklin-licence.txt": "libre-franklin/LICENSE",
  };
  mkdirSync(out, { recursive: true });
  for (const [name, source] of Object.entries(fonts))
    cpSync(join(here, "node_modules/@fontsource-variable", source), join(out, name));
}

async function buildPages() {
  const out = resolve(options.out);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });

  await writeLanguages(languages, join(here, "languages"), join(out, "languages"), plugins);

  // A plain script, so that `<script src="…/embed.js" defer>` is all that a template needs.
  await buildScript("widget/embed.ts", join(out, "embed.js"), "iife");

  await buildDesk(join(out, "desk"));
  // A plain script, too: it is there before anything is painted.
  await buildScript("desk/first-paint.ts", join(out, "desk/first-paint.js"), "iife");
  copyPages(join(here, "demo"), join(out, "demo"));
  copyFonts(join(out, "demo/fonts"));
}

async function buildTests() {
  const out = join(here, "build/tests");
  rmSync(out, { recursive: true, force: true });
  const names = ["shared", "languages", "widget", "desk"];
  const folders = names.map((name) => join(here, name)).filter(existsSync);
  const tests = folders.flatMap(filesBelow).filter((path) => path.endsWith(".test.ts"));
  // Flat names, because a shell's "*" is what every version of `node --test` understands.
  const name = (path) => path.slice(here.length + 1, -3).replaceAll(/[\\/]/g, "-");

  await build({
    entryPoints: tests.map((path) => ({ in: path, out: name(path) })),
    outdir: out,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node18",
    sourcemap: "inline",
    // Node 18 has what browsers call crypto, but not as a global.
    banner: {
      js: 'import { webcrypto } from "node:crypto"; globalThis.crypto ??= webcrypto;',
    },
    // Lit as browsers get it; its build for Node renders on servers and knows no DOM.
    conditions: ["browser"],
    mainFields: ["browser", "module", "main"],
    external: ["jsdom", "ws"],
    plugins,
    logLevel: "warning",
  });
}

await (options.tests ? buildTests() : buildPages());
