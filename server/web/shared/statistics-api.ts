// How much was written and decided.

import { deskAddress, queryOf, type DeskCall } from "./desk-call.ts";

/** What is counted in each stretch of time. */
export const measures = [
  "submitted",
  "published",
  "held",
  "spam",
  "rejected",
  "decided",
] as const;
export type Measure = (typeof measures)[number];

export type Bucket = { at: string } & Record<Measure, number>;

export interface ReasonCount {
  reason: string;
  comments: number;
  /** Of those, how many a human has decided, and how many of these were refused. */
  decided: number;
  refused: number;
}

export interface ModeratorCount {
  name: string;
  decided: number;
  undone_by_others: number;
  approved: number;
  rejected: number;
  spam: number;
}

export interface Statistics {
  by: "day" | "hour";
  since: string;
  until: string;
  series: Bucket[];
  reasons: ReasonCount[];
  /** From waiting to the first decision. */
  decisions: { count: number; median_s: number; p90_s: number };
  moderators: ModeratorCount[];
  agreement: { twice_decided: number; agreed: number };
}

export interface StatisticsFilter {
  site?: string;
  /** YYYY-MM-DD; `until` is not included. */
  since: string;
  until: string;
  by: "day" | "hour";
  /** "+01:00". */
  zone: string;
}

export class StatisticsApi {
  readonly #call: DeskCall;

  constructor(call: DeskCall) {
    this.#call = call;
  }

  statistics(filter: StatisticsFilter): Promise<Statistics> {
    return this.#call("GET", `/statistics${queryOf({ ...filter })}`);
  }
}

export function statisticsDownload(filter: StatisticsFilter): string {
  return deskAddress(`/statistics${queryOf({ ...filter, format: "csv" })}`);
}
