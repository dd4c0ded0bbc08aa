import { Submitting } from "./submitting.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

import { ApiError } from "../shared/request.ts";
import { translatorFor } from "./messages.ts";

const host = { translator: translatorFor("en"), requestUpdate: () => {} };

test("submitting: what is under way is not begun again", async () => {
  const submitting = new Submitting(host);
  let finish = () => {};
  const first = submitting.run(() => new Promise((done) => (finish = done)));
  assert(submitting.isBusy);
  assert.equal(await submitting.run(async () => assert.fail("begun again")), false);
  finish();
  assert.equal(await first, true);
  assert(!submitting.isBusy);
});

test("submitting: why it was not taken, until the next try", async () => {
  const submitting = new Submitting(host);
  const refused = () => Promise.reject(new ApiError(409, "last_admin"));
  assert.equal(await submitting.run(refused), false);
  assert.match(submitting.problem, /^This is the last admin of all sites\./);
  assert.equal(await submitting.run(async () => {}), true);
  assert.equal(submitting.problem, "");
  submitting.refuse("Not like this.");
  assert.equal(submitting.problem, "Not like this.");
});
