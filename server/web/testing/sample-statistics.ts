// Three days at a newspaper.

import type { Bucket, Statistics } from "../shared/statistics-api.ts";

/** The first days of October; midnight where the test runs. */
export function sampleBucket(day: number, submitted: number, extra: Partial<Bucket> = {}): Bucket {
  return {
    at: new Date(2026, 9, day).toISOString(),
    ...{ submitted, published: submitted - 4, held: 2, spam: 1, rejected: 1, decided: 3 },
    ...extra,
  };
}

export function sampleStatistics(extra: Partial<Statistics> = {}): Statistics {
  return {
    by: "day",
    since: "2026-10-01",
    until: "2026-10-04",
    series: [sampleBucket(1, 10), sampleBucket(2, 1_200, { decided: 9 }), sampleBucket(3, 20)],
    reasons: [
      { reason: "shouting", comments: 4, decided: 2, refused: 1 },
      { reason: "moon_phase", comments: 9, decided: 0, refused: 0 },
    ],
    decisions: { count: 15, median_s: 720, p90_s: 11_520 },
    moderators: [
      { name: "Ada", decided: 5, undone_by_others: 1, approved: 3, rejected: 1, spam: 1 },
      { name: "Mira", decided: 10, undone_by_others: 0, approved: 6, rejected: 2, spam: 2 },
    ],
    agreement: { twice_decided: 8, agreed: 6 },
    ...extra,
  };
}
