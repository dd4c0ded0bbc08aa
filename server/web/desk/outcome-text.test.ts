import { batchNotice, outcomeNotice, problemText, undoNotice } from "./outcome-text.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

import { ApiError } from "../shared/request.ts";
import { sampleDeskComment } from "../testing/sample-desk.ts";
import { translatorFor } from "./messages.ts";

const translator = translatorFor("en");
const comment = sampleDeskComment("a");
const decision = { comment, action: "approve" } as const;

test("outcome text: what was done is news", () => {
  assert.deepEqual(outcomeNotice(translator, { kind: "done" }, decision), {
    kind: "news",
    text: "Approved: the comment by Author of a.",
  });
});

test("outcome text: who was quicker is named", () => {
  const history = [{ id: "1", kind: "decided", to: "spam", by: "Mira", at: comment.created_at }];
  const now = { ...comment, state: "spam" as const, history };
  assert.deepEqual(outcomeNotice(translator, { kind: "conflict", now }, decision), {
    kind: "problem",
    text: "Mira has already marked the comment by Author of a as spam. Yours was not counted.",
  });
  const unknown = outcomeNotice(
    translator,
    { kind: "conflict", now: { ...now, history: [] } },
    decision,
  );
  assert.match(unknown.text, /^The comment by Author of a has been changed meanwhile/);
});

test("outcome text: every other outcome says what is the matter", () => {
  const texts = [
    { kind: "conflict" },
    { kind: "not_allowed" },
    { kind: "not_found" },
    { kind: "failed", error: new ApiError(0, "network") },
  ] as const;
  assert.deepEqual(
    texts.map((outcome) => problemText(translator, outcome)),
    [
      "This comment has been changed meanwhile. Please look at it again.",
      "This comment cannot be decided any more.",
      "This comment is not there any more.",
      "Not decided. The server could not be reached.",
    ],
  );
});

test("outcome text: of many, how many were decided and how many not", () => {
  const done = [comment, sampleDeskComment("b")];
  const all = batchNotice(translator, { done, missed: 0, undos: ["u"] }, "spam");
  assert.deepEqual(all, { kind: "news", text: "2 comments marked as spam." });
  const error = new ApiError(0, "network");
  const some = batchNotice(translator, { done: [comment], missed: 2, undos: [], error }, "reject");
  assert.equal(some.kind, "problem");
  assert.equal(
    some.text,
    "1 comment rejected. 2 were changed meanwhile, and not decided. " +
      "The server could not be reached.",
  );
});

test("outcome text: of what was taken back, the name or the number", () => {
  const one = undoNotice(translator, [comment], { back: 1, missed: 0 });
  assert.equal(one.text, "Taken back: the comment by Author of a is as it was.");
  const many = undoNotice(translator, [comment, comment], { back: 1, missed: 1 });
  assert.equal(many.kind, "problem");
  assert.match(many.text, /^Taken back: 1 comment is as it was\. 1 was changed since/);
});
