// What a preset says where a rule set says nothing, so that a form can show it.

import type { Json, JsonObject } from "../shared/rules-types.ts";
import { valueAt, type Path } from "./json-path.ts";

export const presets = ["relaxed", "balanced", "strict", "wordpress"] as const;
export type Preset = (typeof presets)[number];

const heldAlone = [
  ...["empty_text", "too_short", "too_long", "suspect_word", "disguised_word", "promotion"],
  ...["too_many_links", "link_in_name", "disguised_link", "link_shortener", "lookalike_host"],
  ...["link_only", "repeated_text", "copied_text", "flood", "contact_data", "unicode_abuse"],
  ...["disposable_email_domain", "bad_record", "impersonation", "other_language", "old_story"],
  "reported",
];

function each(reasons: readonly string[], weight: number): JsonObject {
  return Object.fromEntries(reasons.map((reason) => [reason, weight]));
}

const alwaysHeld = { filter_failed: "hold", pre_moderated: "hold" };

const balanced: JsonObject = {
  filters: {
    length: { text_min: 1, text_max: 10_000 },
    links: { links_max: 2, letters_beside_min: 12 },
    repeat: { window_s: 86_400, letters_min: 12, similarity_min: 0.7 },
    copy: { window_s: 86_400, letters_min: 40, similarity_min: 0.7, authors_min: 2 },
    flood: {
      ...{ author_window_s: 60, author_max: 4, network_window_s: 600, network_max: 0 },
      ...{ story_window_s: 60, story_max: 0 },
    },
    shouting: { letters_min: 20, capitals_share_max: 0.7, stretch_max: 7, punctuation_max: 5 },
    unicode: { marks_max: 4, invisible_run_max: 3 },
    language: { accepted: [], letters_min: 60 },
    contact: {
      ...{ email_addresses: true, telephone_numbers: true, ibans: true, card_numbers: true },
      street_addresses: true,
    },
    new_author: { approved_min: 1, proof_required: true },
    author_record: { share_max: 0.5, decided_min: 4 },
    impersonation: { known_author_min: 10 },
    story: { days_max: 0 },
    report: { weight_min: 3 },
  },
  policy: {
    mode: "after",
    weights: {
      ...each(heldAlone, 5),
      ...{ mild_word: 1, shouting: 2, no_form_token: 1, form_too_fresh: 2 },
      ...{ form_stale: 1, form_replayed: 3 },
    },
    decisive: {
      ...{ banned_word: "reject", banned_author: "reject", blocked_host: "spam" },
      ...{ blocked_email_domain: "spam", honeypot: "spam", ...alwaysHeld },
    },
    thresholds: { hold: 5, spam: 20, reject: 0 },
    counted_per_reason_max: 3,
    trust: { known_min: 1, trusted_min: 20, rejected_share_max: 0.05 },
  },
};

/** What the others say in place of that. */
const otherwise: Readonly<Record<Exclude<Preset, "balanced">, JsonObject>> = {
  relaxed: {
    filters: { links: { links_max: 4 }, flood: { author_max: 8 } },
    policy: {
      weights: {
        ...each(["suspect_word", "promotion", "too_many_links", "link_shortener"], 3),
        shouting: 1,
      },
    },
  },
  strict: {
    filters: { links: { links_max: 0 }, flood: { author_max: 3 } },
    policy: {
      weights: { shouting: 5, mild_word: 2, own_address: 5 },
      decisive: { new_author: "hold" },
    },
  },
  wordpress: {
    filters: { links: { links_max: 1 }, new_author: { proof_required: false } },
    policy: { thresholds: { spam: 0 } },
  },
};

/** WordPress weighs these and nothing else. */
const wordpressPolicy: JsonObject = {
  weights: each(["too_many_links", "suspect_word", "disguised_word", "new_author"], 5),
  decisive: { banned_word: "reject", banned_author: "reject", ...alwaysHeld },
};

/** Undefined where the preset says nothing either: no weight, not decisive. */
export function defaultOf(preset: Json | undefined, path: Path): Json | undefined {
  const [part, table] = path;
  if (preset === "wordpress" && part === "policy" && (table === "weights" || table === "decisive"))
    return valueAt(wordpressPolicy, path.slice(1));
  const own = otherwise[preset as keyof typeof otherwise] as JsonObject | undefined;
  return valueAt(own, path) ?? valueAt(balanced, path);
}
