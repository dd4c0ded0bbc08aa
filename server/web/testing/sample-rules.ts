// Rule sets and what is told of them, as the desk's API has them.

import type {
  BacktestReport,
  Rules,
  RulesList,
  RulesNote,
} from "../shared/rules-types.ts";

const at = "2026-10-11T10:00:00Z";

export function sampleNote(version: string, note = "", by = "Mira"): RulesNote {
  return { version, by, note, at };
}

/** Two versions, of which the first was in force before. */
export function sampleList(extra: Partial<RulesList> = {}): RulesList {
  const [a, b] = [sampleNote("aaaaaaaaaaaa", "now"), sampleNote("bbbbbbbbbbbb", "before")];
  return {
    ...{ master: "desk", active: a.version },
    activations: [a, b],
    versions: [a, b],
    ...extra,
  };
}

export function sampleRules(extra: Partial<Rules> = {}): Rules {
  return {
    ...sampleNote("aaaaaaaaaaaa", "now"),
    rules: {
      preset: "balanced",
      filters: { words: { lists: [{ file: "words.txt", reason: "suspect_word" }] } },
      policy: { silent: { shouting: true } },
    },
    files: { "words.txt": "# bad ones\nzorgle\ngnarf\n" },
    ...extra,
  };
}

export function sampleReport(extra: Partial<BacktestReport> = {}): BacktestReport {
  const agreement = { caught: 2, wronged: 1, missed: 1, precision: 0.66, recall: 0.66 };
  const judged = (version: string, comments: number) => ({
    version,
    withheld: agreement,
    reasons: { shouting: { ...agreement, comments } },
  });
  return {
    ...{ comments: 100, decided: 10, changed: 3, unlike_stored: 0 },
    before: judged("aaaaaaaaaaaa", 4),
    after: judged("bbbbbbbbbbbb", 9),
    verdicts: [
      { before: "publish", after: "publish", comments: 97 },
      { before: "publish", after: "hold", comments: 3 },
    ],
    examples: [
      {
        ...{ id: "c1", before: "publish", after: "hold" },
        excerpt: "SO LOUD",
        reasons: ["shouting"],
      },
    ],
    ...extra,
  };
}
