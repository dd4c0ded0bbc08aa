// What a drawing over time looks like: colours of the page, dashes, axes.

import type { Axis, Options, Series } from "uplot";

/** A line that is told from the others by its dashes, too. */
export interface ChartLine {
  name: string;
  /** A custom property of the page that holds a colour. */
  colour: `--chart-${string}`;
  /** Lengths of dash and gap; none for an unbroken line. */
  dash: readonly number[];
  width: number;
}

export interface ChartLook {
  language: string;
  /** "hour" has the time on its axis, too. */
  by: "day" | "hour";
  /** The value of a custom property. */
  colourOf: (property: string) => string;
  font: string;
}

export function chartOptions(
  lines: readonly ChartLine[],
  look: ChartLook,
  size: { width: number; height: number },
  hidden: ReadonlySet<string>,
  onCursor: (index: number | undefined) => void,
  bars?: Series["paths"],
): Options {
  return {
    ...size,
    // The page has its own, which says more and can be reached by keyboard.
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false } },
    scales: {
      // A bar stands on its time; the first and the last need room for their outer half.
      x: { range: (_plot, min, max) => (bars ? widened(min, max, look.by) : [min, max]) },
      y: { range: (_plot, _min, max) => [0, Math.max(4, max * 1.08)] },
    },
    axes: axesOf(look),
    series: [{}, ...lines.map((line) => seriesOf(line, look, hidden.has(line.name), bars))],
    hooks: { setCursor: [({ cursor }) => onCursor(cursor.idx ?? undefined)] },
  };
}

function widened(min: number, max: number, by: ChartLook["by"]): [number, number] {
  const half = by === "hour" ? 1_800 : 43_200;
  return [min - half, max + half];
}

function seriesOf(
  { name, colour, dash, width }: ChartLine,
  look: ChartLook,
  isHidden: boolean,
  bars: Series["paths"],
): Series {
  const stroke = look.colourOf(colour);
  return {
    label: name,
    show: !isHidden,
    stroke,
    width,
    dash: [...dash],
    points: { show: false },
    ...(bars ? { paths: bars, fill: stroke, width: 0 } : {}),
  };
}

function axesOf({ language, by, colourOf, font }: ChartLook): Axis[] {
  const colours = {
    stroke: colourOf("--muted"),
    font,
    grid: { stroke: colourOf("--rule"), width: 1 },
    ticks: { stroke: colourOf("--rule"), width: 1, size: 5 },
  };
  const number = new Intl.NumberFormat(language, { notation: "compact" });
  return [
    {
      ...colours,
      grid: { show: false },
      size: 36,
      space: 70,
      // In the language of the page, not in that of the drawing.
      values: (_plot, splits) => timeLabels(splits, language, by),
    },
    {
      ...colours,
      size: 52,
      space: 34,
      incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 2e4, 5e4, 1e5, 1e6],
      values: (_plot, splits) => splits.map((value) => number.format(value)),
    },
  ];
}

/** The time alone within a day, where the axis goes that far. */
export function timeLabels(
  splits: readonly number[],
  language: string,
  by: "day" | "hour",
): string[] {
  const day = new Intl.DateTimeFormat(language, { day: "numeric", month: "short" });
  const hour = new Intl.DateTimeFormat(language, { hour: "numeric", minute: "2-digit" });
  return splits.map((seconds) => {
    const time = new Date(seconds * 1_000);
    const isMidnight = time.getHours() === 0 && time.getMinutes() === 0;
    if (isMidnight) return day.format(time);
    // Where days are counted, nothing is at noon.
    return by === "day" ? "" : hour.format(time);
  });
}
