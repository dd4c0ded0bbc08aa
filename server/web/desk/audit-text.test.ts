import { actorName, auditKinds, happenedText, kindName } from "./audit-text.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

import { translatorFor } from "./messages.ts";

const translator = translatorFor("en");
const said = (kind: string, extra: object = {}) =>
  happenedText(translator, { id: "1", at: "2026-10-12T09:00:00Z", by: "Ada", kind, ...extra });

test("audit text: what happened is said as moderators say it", () => {
  assert.equal(said("decided", { to: "published" }), "Approved");
  assert.equal(said("decided", { to: "spam" }), "Marked as spam");
  assert.equal(said("judged", { to: "pending" }), "Filters decided: Pending");
  assert.equal(said("undone", { from: "spam", to: "pending" }), "Taken back: Pending again");
  assert.equal(said("undone"), "Decision taken back");
  assert.equal(said("story_changed", { state: "pre_moderated" }), "Story changed: Pre-moderated");
  assert.equal(said("address_revealed"), "E-mail address shown");
});

test("audit text: what this desk does not know is shown as it is spelled", () => {
  assert.equal(said("moon_seen"), "moon seen");
  assert.equal(said("decided", { to: "eaten" }), "Decided");
  assert.equal(kindName(translator, "toString"), "toString");
});

test("audit text: filters are no person; every kind is offered", () => {
  const event = { id: "1", kind: "judged", at: "", by: "filters" };
  assert.equal(actorName(translator, event), "The filters");
  assert.equal(actorName(translator, { ...event, by: "Ada" }), "Ada");
  assert.equal(auditKinds.length, 19);
  assert.equal(auditKinds[0], "judged");
});
