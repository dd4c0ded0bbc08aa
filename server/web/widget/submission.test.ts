import { newKey, Submission, type SubmissionState } from "./submission.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { ReaderApi } from "../shared/api.ts";
import { Clock } from "../testing/clock.ts";
import { FakeServer, problem, type Reply } from "../testing/fake-server.ts";

const path = "POST /api/v1/sites/courier/stories/ferry/comments";
const comment = { name: "A", email: "a@b.example", text: "x", story_url: "https://p.example/" };
const receipt = { id: "7", status: "submitted", author_token: "t", status_url: "u" };
const accepted: Reply = { status: 202, body: receipt };

let clock: Clock;
beforeEach(() => (clock = new Clock().install()));
afterEach(() => clock.uninstall());

/** Answers one after the other; the last one again and again. */
function makeSubmission(...answers: (Reply | "unreachable")[]) {
  const server = new FakeServer();
  let turn = 0;
  server.on(path, () => answers[Math.min(turn++, answers.length - 1)] ?? accepted);
  const states: SubmissionState[] = [];
  const submission = new Submission({
    api: new ReaderApi({ server: "https://c.example", site: "courier", fetch: server.fetch }),
    story: "ferry",
    comment,
    key: "key-1",
    onState: (state) => states.push(state),
    random: () => 1,
  });
  const keys = () => server.asked(path).map(({ headers }) => headers.get("Idempotency-Key"));
  return { submission, states, keys, kinds: () => states.map(({ kind }) => kind) };
}

test("submission: sent and received", async () => {
  const { submission, states } = makeSubmission(accepted);
  await submission.send();
  assert.deepEqual(states, [{ kind: "sending" }, { kind: "received", receipt }]);
});

test("submission: waits as long as the server asks, and is the same submission again", async () => {
  const busy = { ...problem(503, "temporarily_unavailable"), headers: { "Retry-After": "5" } };
  const { submission, states, keys, kinds } = makeSubmission(busy, "unreachable", accepted);
  await submission.send();
  const waiting = states[1];
  assert(waiting?.kind === "waiting");
  assert(waiting.retryAt >= clock.now + 5_000);
  await clock.advance(4_999);
  assert.equal(keys().length, 1);
  await clock.advance(30_000);
  assert.deepEqual(kinds(), ["sending", "waiting", "sending", "waiting", "sending", "received"]);
  assert.deepEqual(keys(), ["key-1", "key-1", "key-1"]);
});

test("submission: what the sender has to mend is not sent again", async () => {
  const { submission, kinds, keys } = makeSubmission(problem(422, "invalid_comment"));
  await submission.send();
  await clock.advance(600_000);
  assert.deepEqual(kinds(), ["sending", "refused"]);
  assert.equal(keys().length, 1);
});

test("submission: gives up after ten attempts, or when asked for too much patience", async () => {
  const { submission, kinds, keys } = makeSubmission("unreachable");
  await submission.send();
  await clock.advance(3_600_000);
  assert.equal(kinds().at(-1), "stopped");
  assert.equal(keys().length, 10);

  const closed = { ...problem(503, "temporarily_unavailable"), headers: { "Retry-After": "3600" } };
  const patient = makeSubmission(closed);
  await patient.submission.send();
  assert.deepEqual(patient.kinds(), ["sending", "stopped"]);
});

test("submission: the reader may stop it, or hurry it", async () => {
  const stopped = makeSubmission("unreachable");
  await stopped.submission.send();
  stopped.submission.stop();
  await clock.advance(600_000);
  assert.deepEqual(stopped.kinds(), ["sending", "waiting", "stopped"]);

  const hurried = makeSubmission("unreachable", accepted);
  await hurried.submission.send();
  await hurried.submission.send();
  await clock.advance(600_000);
  assert.deepEqual(hurried.kinds(), ["sending", "waiting", "sending", "received"]);
});

test("submission: a key used for something else is replaced by a new one", async () => {
  const { submission, kinds, keys } = makeSubmission(
    problem(422, "idempotency_key_reused"),
    accepted,
  );
  await submission.send();
  assert.equal(kinds().at(-1), "received");
  const [first, second] = keys();
  assert.equal(first, "key-1");
  assert.match(
    second ?? "",
    /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
});

test("submission: keys differ", () => {
  assert.notEqual(newKey(), newKey());
});
