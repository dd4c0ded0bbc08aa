// Which time and which site the statistics are about.

import type { StatisticsFilter } from "../shared/statistics-api.ts";

export const spans = [7, 30, 90] as const;
export type Span = (typeof spans)[number];

/** Days as YYYY-MM-DD of the calendar here; both are included. */
export interface OwnDates {
  since: string;
  until: string;
}

export interface StatisticsChoice {
  span: Span | OwnDates;
  by: "day" | "hour";
  site?: string;
}

/** More hours than that cannot be told apart in a drawing. */
export const hoursDaysMax = 31;
/** A leap year. */
export const daysMax = 366;

export const usualChoice: StatisticsChoice = { span: 30, by: "day" };

export function datesOf(span: Span | OwnDates, now: Date): OwnDates {
  if (typeof span !== "number") return span;
  return { since: dateText(dayAfter(now, 1 - span)), until: dateText(now) };
}

/** How many days, both ends included; not above zero for dates that are the wrong way round. */
export function daysIn({ since, until }: OwnDates): number {
  return Math.round((Date.parse(until) - Date.parse(since)) / 86_400_000) + 1;
}

export function isPossible(dates: OwnDates): boolean {
  const days = daysIn(dates);
  return days >= 1 && days <= daysMax;
}

export function mayBeByHour(span: Span | OwnDates, now: Date): boolean {
  return daysIn(datesOf(span, now)) <= hoursDaysMax;
}

export function statisticsFilterOf(
  { span, by, site }: StatisticsChoice,
  now: Date,
): StatisticsFilter {
  const { since, until } = datesOf(span, now);
  const end = new Date(`${until}T12:00:00`);
  return {
    since,
    until: dateText(dayAfter(end, 1)),
    by: by === "hour" && mayBeByHour(span, now) ? "hour" : "day",
    zone: zoneText(-end.getTimezoneOffset()),
    ...(site ? { site } : {}),
  };
}

function dayAfter(date: Date, days: number): Date {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days);
}

function dateText(date: Date): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Minutes east of Greenwich as "+01:00". */
export function zoneText(minutes: number): string {
  const two = (n: number) => String(n).padStart(2, "0");
  const absolute = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(absolute / 60))}:${two(absolute % 60)}`;
}
