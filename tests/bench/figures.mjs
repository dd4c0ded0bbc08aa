// What every benchmark says in the same way.

import {cpus} from "node:os";

export function median(list) {
  return list.slice().sort((a, b) => a - b)[Math.floor(list.length / 2)];
}

/** "2 cores, AMD EPYC": what the figures hold for. */
export function machine() {
  return `${cpus().length} cores, ${cpus()[0].model}`;
}

/** Where a long run has got to, on one line that the next word replaces. */
export function say(text) {
  process.stderr.write(process.stderr.isTTY ? `\r${text.padEnd(72)}` : text && `${text}\n`);
}

/** A table of Markdown: titles, then rows. */
export function table(titles, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(titles), line(titles.map(() => "---")), ...rows.map(line)].join("\n");
}
