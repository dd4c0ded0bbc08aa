import { OwnFollower } from "./own-follower.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { ReaderApi } from "../shared/api.ts";
import { Clock } from "../testing/clock.ts";
import { FakeServer, problem, type Reply } from "../testing/fake-server.ts";
import type { OwnComment } from "./own-comments.ts";

const path = "GET /api/v1/comments/7";
const minute = 60_000;
const own: OwnComment = {
  id: "7",
  token: "secret",
  state: "submitted",
  created_at: "2026-10-12T09:00:00Z",
  name: "Ada",
};

let clock: Clock;
beforeEach(() => (clock = new Clock().install()));
afterEach(() => clock.uninstall());

function follow(answer: () => Reply) {
  const server = new FakeServer().on(path, answer);
  const told: string[] = [];
  const follower = new OwnFollower({
    api: new ReaderApi({ server: "https://c.example", site: "courier", fetch: server.fetch }),
    onState: (_, state) => told.push(state),
    onGone: () => told.push("gone"),
  });
  follower.follow(own, "soon");
  return { follower, told, asked: () => server.asked(path).length };
}

test("own follower: asks quickly while a comment is being judged, then patiently", async () => {
  let state = "submitted";
  const { asked } = follow(() => ({ body: { id: "7", state } }));
  await clock.advance(4_000);
  assert.equal(asked(), 4);
  state = "pending";
  await clock.advance(4_000);
  const judged = asked();
  await clock.advance(5 * minute);
  assert(asked() - judged >= 3 && asked() - judged <= 6);
  await clock.advance(24 * 60 * minute);
  assert(asked() - judged < 110);
});

test("own follower: ends with an answer that is final", async () => {
  for (const [state, said] of Object.entries({
    published: "published",
    rejected: "rejected",
    spam: "rejected",
    withdrawn: "gone",
    erased: "gone",
  })) {
    const { told, asked } = follow(() => ({ body: { state } }));
    await clock.advance(10 * minute);
    assert.deepEqual(told, [said]);
    assert.equal(asked(), 1);
  }
});

test("own follower: not found is final, an outage is not", async () => {
  const lost = follow(() => problem(404, "comment_not_found"));
  await clock.advance(10 * minute);
  assert.deepEqual(lost.told, ["gone"]);
  assert.equal(lost.asked(), 1);

  let isDown = true;
  const outage = follow(() =>
    isDown ? problem(503, "temporarily_unavailable") : { body: { state: "published" } },
  );
  await clock.advance(10 * minute);
  assert.deepEqual(outage.told, []);
  isDown = false;
  await clock.advance(2 * minute);
  assert.deepEqual(outage.told, ["published"]);
});

test("own follower: stopped, it does not ask and does not tell", async () => {
  const { follower, told, asked } = follow(() => ({ body: { state: "published" } }));
  await clock.advance(299);
  follower.stop();
  await clock.advance(10 * minute);
  assert.deepEqual([told, asked()], [[], 0]);
});
