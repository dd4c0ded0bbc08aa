import { addWordList, entriesIn, removeList, ruleLists } from "./rule-lists.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

import { sampleRules } from "../testing/sample-rules.ts";
import { RulesDraft } from "./rules-draft.ts";

test("rule lists: word lists come first, then those that filters name", () => {
  const draft = new RulesDraft(sampleRules());
  draft.set(["filters", "links", "blocked_hosts"], "hosts.txt");
  const [words, hosts] = ruleLists(draft);
  assert.deepEqual(words, {
    ...{ name: "words.txt", isWordList: true, reason: "suspect_word" },
    path: ["filters", "words", "lists", 0],
  });
  assert.equal(hosts?.name, "hosts.txt");
  assert.equal(hosts?.title, "filters.links.blocked_hosts");
});

test("rule lists: comments and empty lines are no entries", () => {
  assert.equal(entriesIn("# bad ones\n\nzorgle\n #x\n#hash\n"), 3);
  assert.equal(entriesIn(""), 0);
});

test("rule lists: one is added under a name of its own, and removed with its file", () => {
  const draft = new RulesDraft(sampleRules());
  assert(!addWordList(draft, "words.txt"));
  assert(addWordList(draft, "house.txt"));
  assert.equal(draft.files["house.txt"], "");
  const added = ruleLists(draft).find(({ name }) => name === "house.txt");
  assert(added);
  removeList(draft, added);
  assert(!draft.isChanged);
});
