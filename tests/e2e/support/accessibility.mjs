// What axe-core and a narrow window find wrong with a page.

import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {createRequire} from "node:module";

const require = createRequire(new URL("../../../server/web/package.json", import.meta.url));
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** Every way in which the pages have to work. */
export const manners = ["light", "dark"].flatMap((theme) =>
  ["en", "ar"].flatMap((language) =>
    [{width: 1280, height: 900}, {width: 390, height: 844}].map((viewport) => ({
      name: `${theme}, ${language}, ${viewport.width} px`,
      options: {viewport, colorScheme: theme, locale: language, reducedMotion: "reduce"},
      language,
    }))));

/** The browser's own zoom to 200 %: half the width, twice the pixels. */
export const zoomed = {
  name: "zoomed to 200 %",
  options: {viewport: {width: 640, height: 450}, deviceScaleFactor: 2, reducedMotion: "reduce"},
  language: "en",
};

/** What was found on each page so far. */
const found = new WeakMap();

/** Looks for what is wrong with the page as it is now. */
export async function look(page, what) {
  const all = [...(await tooWide(page)), ...(await violationsOf(page))];
  found.set(page, [...(found.get(page) ?? []), ...all.map((wrong) => `${what}: ${wrong}`)]);
}

/** Fails with all that was found, so that one sees it at once. */
export function mustBeGood(page) {
  const all = found.get(page) ?? [];
  assert.equal(all.length, 0, `\n${all.join("\n")}`);
}

/** What axe says, and where; shadow trees are looked into as well. */
async function violationsOf(page) {
  // A script of the page itself would be refused by its content security policy; this is none.
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe);
  return page.evaluate(async () => {
    const results = await globalThis.axe.run(document, {resultTypes: ["violations"]});
    return results.violations.flatMap(({id, nodes}) => nodes.map(
      ({target, failureSummary}) => `${id}\n  ${target.join(" ")}\n  ${failureSummary}`));
  });
}

/** Nothing may have to be scrolled to sideways. */
function tooWide(page) {
  return page.evaluate(() => {
    const {scrollWidth, clientWidth} = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const isOut = (element) => {
      const {left, right, width} = element.getBoundingClientRect();
      return width > 0 && (right > clientWidth + 1 || left < -1);
    };
    const all = [...document.querySelectorAll("body *")].filter(isOut).slice(0, 5);
    const names = all.map((element) => `${element.localName}.${element.className}`);
    return [`too wide, ${scrollWidth} > ${clientWidth}: ${names.join(", ")}`];
  });
}
