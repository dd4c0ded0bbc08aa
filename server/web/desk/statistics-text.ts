// Numbers of the statistics as people say them.

import type { Bucket, Measure, Statistics } from "../shared/statistics-api.ts";
import type { DeskTranslator } from "./messages.ts";

const units = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
] as const;

/** In the largest unit of which there is at least one: "3.2 hours". */
export function durationText(seconds: number, language: string): string {
  const [unit, length] = units.find(([, one]) => seconds >= one) ?? (["second", 1] as const);
  const value = seconds / length;
  return new Intl.NumberFormat(language, {
    style: "unit",
    unit,
    unitDisplay: "long",
    maximumFractionDigits: value < 10 && unit !== "second" ? 1 : 0,
  }).format(value);
}

/** Undefined of nothing. */
export function shareText(part: number, all: number, language: string): string | undefined {
  if (all <= 0) return undefined;
  return new Intl.NumberFormat(language, { style: "percent" }).format(part / all);
}

export function sumOf(series: readonly Bucket[], measure: Measure): number {
  return series.reduce((sum, bucket) => sum + bucket[measure], 0);
}

export function peakOf(series: readonly Bucket[], measure: Measure): Bucket | undefined {
  const most = series.reduce<Bucket | undefined>(
    (best, bucket) => (best && best[measure] >= bucket[measure] ? best : bucket),
    undefined,
  );
  return most && most[measure] > 0 ? most : undefined;
}

/** A day, or an hour of a day. */
export function bucketText(at: string, by: Statistics["by"], language: string): string {
  return new Intl.DateTimeFormat(language, {
    ...{ weekday: "short", day: "numeric", month: "short" },
    ...(by === "hour" ? { hour: "numeric", minute: "2-digit" } : {}),
  }).format(new Date(at));
}

/** What the drawing of comments shows, for who does not see it. */
export function commentsSummary(
  { series, by }: Pick<Statistics, "series" | "by">,
  translator: DeskTranslator,
): string {
  const peak = peakOf(series, "submitted");
  const time = peak ? bucketText(peak.at, by, translator.language) : "";
  return [
    translator.say("chart.comments.summary", {
      ...ends(series, translator.language),
      submitted: sumOf(series, "submitted"),
      published: sumOf(series, "published"),
      held: sumOf(series, "held"),
      spam: sumOf(series, "spam"),
      rejected: sumOf(series, "rejected"),
    }),
    ...(peak ? [translator.say("chart.peak", { time, count: peak.submitted })] : []),
  ].join(" ");
}

export function decidedSummary(
  { series, by }: Pick<Statistics, "series" | "by">,
  translator: DeskTranslator,
): string {
  const peak = peakOf(series, "decided");
  const time = peak ? bucketText(peak.at, by, translator.language) : "";
  return [
    translator.say("chart.decided.summary", {
      ...ends(series, translator.language),
      count: sumOf(series, "decided"),
    }),
    ...(peak ? [translator.say("chart.decided.peak", { time, count: peak.decided })] : []),
  ].join(" ");
}

function ends(series: readonly Bucket[], language: string): { from: string; to: string } {
  const format = new Intl.DateTimeFormat(language, { dateStyle: "long" });
  const text = (bucket: Bucket | undefined) => (bucket ? format.format(new Date(bucket.at)) : "");
  return { from: text(series[0]), to: text(series[series.length - 1]) };
}
