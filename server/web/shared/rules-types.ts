// The nouns of the API of rules.

import type { Finding } from "./desk-types.ts";

export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

/** A version and who said what of it: when it was kept, or put in force. */
export interface RulesNote {
  version: string;
  by: string;
  note: string;
  at: string;
}

export interface RulesList {
  /** Where the rules are changed. */
  master: "file" | "desk";
  active: string | null;
  /** Newest first; so are the versions. */
  activations: RulesNote[];
  versions: RulesNote[];
}

export interface Rules extends RulesNote {
  rules: JsonObject;
  /** What the lists say, by the names that the rules give them. */
  files: Record<string, string>;
}

export interface NewRules {
  rules: JsonObject;
  files?: Record<string, string>;
  /** The version whose lists are taken where none are sent. */
  base?: string;
  note?: string;
}

export interface RulesDifferences {
  /** `null`: not said. */
  keys: { path: string; before: Json; after: Json }[];
  lists: { name: string; removed: string[]; added: string[] }[];
}

export type Verdict = "publish" | "hold" | "spam" | "reject";

/** Over comments that a moderator decided: those rejected or called spam are bad. */
export interface Agreement {
  caught: number;
  wronged: number;
  missed: number;
  precision: number;
  recall: number;
  comments?: number;
}

export interface JudgedBy {
  version: string;
  withheld: Agreement;
  reasons: Record<string, Agreement>;
}

export interface BacktestReport {
  comments: number;
  decided: number;
  changed: number;
  unlike_stored: number;
  before: JudgedBy;
  after: JudgedBy;
  verdicts: { before: Verdict; after: Verdict; comments: number }[];
  examples: {
    id: string;
    before: Verdict;
    after: Verdict;
    excerpt?: string;
    reasons: string[];
  }[];
}

export interface NewBacktest {
  version: string;
  against?: string;
  days: number;
}

export interface Backtest {
  id: string;
  version: string;
  by: string;
  state: "running" | "done" | "failed";
  at: string;
  progress?: { done?: number; of?: number };
  report?: BacktestReport;
}

/** A comment that nobody wrote, to see what the rules make of it. */
export interface TriedComment {
  name: string;
  website?: string;
  text: string;
  site?: string;
  story?: string;
}

/** By a kept version, by rules that are not kept yet, or by what is in force. */
export interface NewTrial extends Partial<NewRules> {
  version?: string;
  comment: TriedComment;
}

export interface Trial {
  verdict: Verdict;
  score: number;
  findings: Finding[];
  rule_set: string;
}

/** What became of comments in which a reason was found. */
export interface ReasonStatistics {
  reason: string;
  comments: number;
  decided: number;
  refused: number;
}
