import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const sheets = ["desk", "widget"].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".css"))
    .map((name) => `${folder}/${name}`),
);

/** Each line of each style sheet that is wrong, and where. */
function linesThat(isWrong: (line: string) => boolean): string[] {
  return sheets.flatMap((sheet) =>
    readFileSync(sheet, "utf8")
      .replaceAll(/\/\*[^]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, ""))
      .split("\n")
      .flatMap((line, at) => (isWrong(line) ? [`${sheet}:${at + 1}: ${line.trim()}`] : [])),
  );
}

test("styles: nothing is said of left and right, which are elsewhere in Arabic", () => {
  const sides = /^\s*((margin|padding|border|inset)-)?(left|right)\b|:\s*(left|right)\s*;/;
  assert.deepEqual(linesThat((line) => sides.test(line)), []);
});

test("styles: four sides at once are the same on the left and on the right", () => {
  const four = /^\s*(?:margin|padding|inset|border-\w+):\s*(\S+) (\S+) (\S+) (\S+);/;
  const differs = (line: string) => {
    const [, , right, , left] = line.match(four) ?? [];
    return right !== left && !line.includes("(");
  };
  assert.deepEqual(linesThat(differs), []);
});

test("styles: the desk's colours are light or dark in one place, by the settings too", () => {
  const asks = linesThat((line) => line.includes("prefers-color-scheme"));
  assert.equal(asks.length, 1);
  assert.match(asks[0] ?? "", /^desk\/desk\.css/);
});
