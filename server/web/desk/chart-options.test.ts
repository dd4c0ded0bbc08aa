import { chartOptions, timeLabels, type ChartLine } from "./chart-options.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

const lines: ChartLine[] = [
  { name: "submitted", colour: "--chart-submitted", dash: [], width: 2 },
  { name: "held", colour: "--chart-held", dash: [2, 4], width: 3 },
];
const colourOf = (property: string) => `colour of ${property}`;
const look = { language: "en", by: "day" as const, colourOf, font: "12px sans" };

test("chart options: lines have the page's colours, and dashes of their own", () => {
  const hidden = new Set(["held"]);
  const { series } = chartOptions(lines, look, { width: 300, height: 200 }, hidden, () => {});
  assert.equal(series[1]?.stroke, "colour of --chart-submitted");
  assert.deepEqual(series[2]?.dash, [2, 4]);
  assert.deepEqual([series[1]?.show, series[2]?.show], [true, false]);
});

test("chart options: bars at the ends are not cut", () => {
  const size = { width: 300, height: 200 };
  const range = (bars?: () => null) => {
    const { scales } = chartOptions(lines, look, size, new Set(), () => {}, bars);
    return (scales?.["x"]?.range as (...all: unknown[]) => number[])(null, 86_400, 172_800);
  };
  assert.deepEqual(range(), [86_400, 172_800]);
  assert.deepEqual(range(() => null), [43_200, 216_000]);
});

test("chart options: times are written as the language writes them", () => {
  const at = (hour: number) => new Date(2026, 9, 2, hour).getTime() / 1_000;
  assert.deepEqual(timeLabels([at(0), at(12)], "en", "hour"), ["Oct 2", "12:00 PM"]);
  assert.deepEqual(timeLabels([at(0), at(12)], "en", "day"), ["Oct 2", ""]);
});
