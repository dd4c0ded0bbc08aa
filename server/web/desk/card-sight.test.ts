import { cardSight } from "./card-sight.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

import { sampleDeskComment as comment } from "../testing/sample-desk.ts";
import type { CardContext } from "./comment-card.ts";
import { translatorFor } from "./messages.ts";
import type { Entry } from "./review-list.ts";

const a = comment("a", 1);
const entry: Entry = { comment: a, placed: a, status: "shown" };
const translator = translatorFor("en");
const context = (extra: Partial<CardContext> = {}) =>
  ({
    now: new Date("2026-10-12T09:00:00Z"),
    translator,
    selected: "b",
    isChosen: () => false,
    claimedBy: () => undefined,
    ...extra,
  }) as CardContext;

test("card sight: what is not seen of a card does not change it", () => {
  const before = cardSight(entry, context());
  assert.deepEqual(cardSight(entry, context({ selected: "c" })), before);
  assert.deepEqual(cardSight(entry, context({ onDecide: () => {} })), before);
});

test("card sight: what is seen does", () => {
  const before = cardSight(entry, context());
  const others = [
    cardSight({ ...entry, comment: { ...a } }, context()),
    cardSight({ ...entry, problem: "No network." }, context()),
    cardSight(entry, context({ selected: "a" })),
    cardSight(entry, context({ claimedBy: () => "Mira" })),
    cardSight(entry, context({ unfolded: { id: "a", what: "details" } })),
    cardSight(entry, context({ now: new Date("2026-10-12T09:01:00Z") })),
  ];
  const german = translatorFor("en");
  german.learn("de");
  others.push(cardSight(entry, context({ translator: german })));
  for (const other of others) assert(other.some((part, index) => part !== before[index]));
});
