// Times as people say them.

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** After a week a date says more than "9 days ago". */
const relativeUntil = 7 * day;

/** Undefined for the first minute, which has no number in it: "just now". */
export function relativeTime(time: Date, now: Date, language: string): string | undefined {
  // A reader's clock may be behind the server's: the future is now.
  const age = Math.max(0, now.getTime() - time.getTime());
  if (age < minute) return undefined;
  if (age >= relativeUntil) return dateOnly(time, now, language);
  const format = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  if (age < hour) return format.format(-Math.floor(age / minute), "minute");
  if (age < day) return format.format(-Math.floor(age / hour), "hour");
  return format.format(-Math.floor(age / day), "day");
}

export function absoluteTime(time: Date, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: "full", timeStyle: "short" }).format(time);
}

export function timeOfDay(time: Date, language: string): string {
  return new Intl.DateTimeFormat(language, { timeStyle: "short" }).format(time);
}

/** Where there is little room, or much of it. */
export function shortTime(time: Date, language: string): string {
  const style = { dateStyle: "medium", timeStyle: "short" } as const;
  return new Intl.DateTimeFormat(language, style).format(time);
}

function dateOnly(time: Date, now: Date, language: string): string {
  const isThisYear = time.getFullYear() === now.getFullYear();
  return new Intl.DateTimeFormat(language, {
    day: "numeric",
    month: "long",
    ...(isThisYear ? {} : { year: "numeric" }),
  }).format(time);
}
