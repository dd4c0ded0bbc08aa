// Reads the tab-separated comment collections: first line names the columns; inside a field
// \\ \t \n \r \0 \xHH \uHHHH \UHHHHHHHH are escapes.

import { readFileSync } from "node:fs";

const simple = { "\\": "\\", t: "\t", n: "\n", r: "\r", 0: "\0" };

export function unescapeField(field) {
  return field.replace(/\\(x[\da-f]{2}|u[\da-f]{4}|U[\da-f]{8}|.)/gi, (whole, code) => {
    if (code.length === 1) return simple[code] ?? whole;
    return String.fromCodePoint(parseInt(code.slice(1), 16));
  });
}

/** Returns the records of a file as objects keyed by column name. */
export function readRecords(path) {
  const [head, ...lines] = readFileSync(path, "utf8").split("\n").filter(Boolean);
  const columns = head.split("\t");
  return lines.map((line) => {
    const fields = line.split("\t").map(unescapeField);
    return Object.fromEntries(columns.map((column, i) => [column, fields[i] ?? ""]));
  });
}
