// What can be set of each filter, as config/moderation.schema.json has it. Lists of words and hosts
// are no fields: they are in list-settings.ts.

export interface FilterField {
  key: string;
  /** "texts" is a list of short ones. */
  kind: "whole" | "number" | "switch" | "texts";
  min?: number;
  max?: number;
}

export interface FilterGroup {
  filter: string;
  fields: readonly FilterField[];
}

const week = 604_800;

function whole(key: string, min: number, max: number): FilterField {
  return { key, kind: "whole", min, max };
}

function number(key: string, min: number, max: number): FilterField {
  return { key, kind: "number", min, max };
}

function switches(...keys: string[]): FilterField[] {
  return keys.map((key) => ({ key, kind: "switch" }));
}

/** In the order one would ask: the text, links, the author, the form of the discussion. */
export const filterGroups: readonly FilterGroup[] = [
  { filter: "length", fields: [whole("text_min", 0, 10_000), whole("text_max", 1, 10_000)] },
  {
    filter: "links",
    fields: [whole("links_max", 0, 1_000), whole("letters_beside_min", 0, 10_000)],
  },
  {
    filter: "shouting",
    fields: [
      number("capitals_share_max", 0, 1),
      whole("letters_min", 0, 10_000),
      whole("stretch_max", 1, 10_000),
      whole("punctuation_max", 1, 10_000),
    ],
  },
  {
    filter: "contact",
    fields: switches(
      ...["email_addresses", "telephone_numbers", "street_addresses", "ibans", "card_numbers"],
    ),
  },
  {
    filter: "flood",
    fields: [
      whole("author_max", 0, 1_000),
      whole("author_window_s", 1, week),
      whole("network_max", 0, 1_000_000),
      whole("network_window_s", 1, week),
      whole("story_max", 0, 1_000_000),
      whole("story_window_s", 1, week),
    ],
  },
  {
    filter: "repeat",
    fields: [
      number("similarity_min", 0.01, 1),
      whole("letters_min", 0, 10_000),
      whole("window_s", 1, week),
    ],
  },
  {
    filter: "copy",
    fields: [
      whole("authors_min", 0, 20),
      number("similarity_min", 0.01, 1),
      whole("letters_min", 0, 10_000),
      whole("window_s", 1, week),
    ],
  },
  {
    filter: "new_author",
    fields: [whole("approved_min", 0, 1_000), ...switches("proof_required")],
  },
  {
    filter: "author_record",
    fields: [number("share_max", 0.01, 1), whole("decided_min", 0, 1_000_000)],
  },
  {
    filter: "impersonation",
    fields: [whole("known_author_min", 0, 1_000_000), { key: "roles", kind: "texts" }],
  },
  {
    filter: "language",
    fields: [{ key: "accepted", kind: "texts" }, whole("letters_min", 20, 10_000)],
  },
  { filter: "story", fields: [whole("days_max", 0, 36_500)] },
  { filter: "report", fields: [number("weight_min", 0, 1_000_000)] },
  {
    filter: "unicode",
    fields: [whole("marks_max", 2, 1_000), whole("invisible_run_max", 1, 10_000)],
  },
];

/** Where else a list stands than among the word lists: filter and key, and what is in it. */
export const hostLists: readonly { filter: string; key: string }[] = [
  { filter: "links", key: "blocked_hosts" },
  { filter: "links", key: "allowed_hosts" },
  { filter: "links", key: "shorteners" },
  { filter: "email_domain", key: "blocked" },
  { filter: "email_domain", key: "disposable" },
  { filter: "impersonation", key: "staff_names" },
];
