// Draws lines over time. The only file that knows uPlot.

import uPlot from "uplot";

import { chartOptions, type ChartLine, type ChartLook } from "./chart-options.ts";

export interface Drawing {
  /** Shows or hides the line of that index. */
  show: (line: number, isShown: boolean) => void;
  resize: (width: number) => void;
  remove: () => void;
}

export interface DrawingNeeds {
  lines: readonly ChartLine[];
  /** Seconds since 1970. */
  times: readonly number[];
  /** For each line, a number for each time. */
  values: readonly (readonly number[])[];
  look: ChartLook;
  asBars: boolean;
  size: { width: number; height: number };
  hidden: ReadonlySet<string>;
  onCursor: (index: number | undefined) => void;
}

export function drawLines(needs: DrawingNeeds, place: HTMLElement): Drawing {
  const { lines, times, values, look, size, hidden, onCursor } = needs;
  const bars = needs.asBars ? uPlot.paths.bars?.({ size: [0.7, 48] }) : undefined;
  const options = chartOptions(lines, look, size, hidden, onCursor, bars);
  const data = [[...times], ...values.map((line) => [...line])] as unknown as uPlot.AlignedData;
  const plot = new uPlot(options, data, place);
  return {
    show: (line, isShown) => plot.setSeries(line + 1, { show: isShown }),
    resize: (width) => plot.setSize({ width, height: size.height }),
    remove: () => plot.destroy(),
  };
}
