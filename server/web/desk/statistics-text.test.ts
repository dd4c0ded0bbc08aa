import {
  bucketText,
  commentsSummary,
  decidedSummary,
  durationText,
  peakOf,
  shareText,
} from "./statistics-text.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

import { sampleBucket, sampleStatistics } from "../testing/sample-statistics.ts";
import { translatorFor } from "./messages.ts";

const translator = translatorFor("en");

test("statistics text: times in the largest unit of which there is one", () => {
  const said = [0, 45, 60, 741, 11_520, 200_000].map((seconds) => durationText(seconds, "en"));
  assert.deepEqual(said, [
    ...["0 seconds", "45 seconds", "1 minute", "12 minutes", "3.2 hours", "2.3 days"],
  ]);
});

test("statistics text: a share of nothing is none", () => {
  assert.equal(shareText(6, 8, "en"), "75%");
  assert.equal(shareText(0, 0, "en"), undefined);
});

test("statistics text: what a drawing shows, in sentences", () => {
  const statistics = sampleStatistics();
  assert.equal(
    commentsSummary(statistics, translator),
    "From October 1, 2026 to October 3, 2026: 1,230 submitted, 1,218 published, 6 held, 3 spam, " +
      "3 rejected. Most were submitted on Fri, Oct 2: 1,200.",
  );
  assert.equal(
    decidedSummary(statistics, translator),
    "From October 1, 2026 to October 3, 2026: 15 decisions. Most were taken on Fri, Oct 2: 9.",
  );
});

test("statistics text: where nothing was, nothing was most", () => {
  assert.equal(peakOf([sampleBucket(1, 0)], "submitted"), undefined);
  assert.equal(peakOf([], "submitted"), undefined);
});

test("statistics text: an hour has its time of day", () => {
  const at = new Date(2026, 9, 2, 14).toISOString();
  assert.equal(bucketText(at, "day", "en-GB"), "Fri 2 Oct");
  assert.equal(bucketText(at, "hour", "en-GB"), "Fri 2 Oct, 14:00");
});
