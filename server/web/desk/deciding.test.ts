import { Deciding, type Outcome } from "./deciding.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

import { DeskApi } from "../shared/desk-api.ts";
import { FakeServer } from "../testing/fake-server.ts";
import { sampleDeskComment as comment, sampleDeskPage as page } from "../testing/sample-desk.ts";
import { placeOf } from "./place.ts";
import { ReviewList } from "./review-list.ts";
import { SignInState } from "./sign-in-state.ts";

const [a, b] = [comment("a", 1), comment("b", 2)];

function setUp(search = "", status = "done") {
  const server = new FakeServer().on("POST /api/v1/desk/decisions", ({ body }) => {
    const decisions = body?.["decisions"] as { comment: string }[];
    const results = decisions.map(({ comment }) => ({ comment, status }));
    return { body: { results, undo: "u" } };
  });
  const api = new DeskApi("https://c.example", server.fetch);
  const list = new ReviewList();
  list.begin(page([a, b]), "oldest");
  const upheavals: string[] = [];
  const deciding = new Deciding({
    ...{ api, list, signIn: new SignInState(api, () => {}) },
    place: () => placeOf(search),
    onChange: () => {},
    onNews: () => {},
    onUpheaval: () => upheavals.push("upheaval"),
    describe: ({ kind }: Outcome) => kind,
  });
  const shape = () =>
    list.entries.map(({ comment }) => `${comment.id} ${comment.state}`).join(", ");
  return { server, list, deciding, shape, upheavals };
}

test("deciding: a decision tells what takes it back", async () => {
  const { deciding, shape } = setUp();
  assert.deepEqual(await deciding.decide("a", "approve"), { kind: "done", undo: "u" });
  assert.equal(shape(), "b pending");
});

test("deciding: where comments of every state are listed, it stays as it is now", async () => {
  const { deciding, shape } = setUp("?state=all&author=p");
  await deciding.decide("a", "spam");
  assert.equal(shape(), "a spam, b pending");
});

test("deciding: many at once, of which the impossible is not sent", async () => {
  const { deciding, server, shape } = setUp();
  const told: number[] = [];
  const elsewhere = comment("x", 3, { state: "rejected" });
  const all = [a, b, elsewhere, comment("y")];
  const outcome = await deciding.decideAll(all, "reject", (done) => told.push(done));
  assert.deepEqual(outcome.done.map(({ id }) => id), ["a", "b", "y"]);
  assert.deepEqual(outcome.undos, ["u"]);
  assert.deepEqual(told, [3]);
  assert.equal(server.requests.length, 1);
  assert.equal(shape(), "");
});

test("deciding: a part that fails brings its comments back, and is the last", async () => {
  const { deciding, server, list, shape } = setUp();
  server.on("POST /api/v1/desk/decisions", "unreachable");
  const many = Array.from({ length: 600 }, (_, i) => comment(`m${i}`));
  const outcome = await deciding.decideAll([a, ...many], "reject");
  assert(outcome.error);
  assert.equal(server.requests.length, 1);
  assert.equal(shape(), "a pending, b pending");
  assert.equal(list.find("a")?.problem, "failed");
});

test("deciding: taken back, a comment is where it was, and not elsewhere", async () => {
  const { deciding, server, list, shape } = setUp();
  await deciding.decide("a", "approve");
  const results = [{ comment: "a", status: "done", state: "pending", revision: 3 }];
  server.on("POST /api/v1/desk/undo", { body: { results } });
  const undoable = { action: "approve", comments: [a], undos: ["u"], where: "" } as const;
  await deciding.takeBack("u", undoable);
  assert.equal(shape(), "a pending, b pending");
  assert.equal(list.find("a")?.comment.revision, 3);
  assert(deciding.hasTakenBack("a"));
  assert.equal(deciding.takenBackCount, 1);

  const other = setUp("?state=published");
  other.list.begin(page([{ ...a, state: "published" }]), "newest");
  other.server.on("POST /api/v1/desk/undo", { body: { results } });
  await other.deciding.takeBack("u", undoable);
  assert.equal(other.shape(), "");
});

test("deciding: very many are not put back one by one; the list begins anew", async () => {
  const { deciding, server, list, upheavals } = setUp();
  const many = Array.from({ length: 101 }, (_, i) => comment(`m${i}`));
  const results = many.map(({ id }) => ({ comment: id, status: "done", state: "pending" }));
  server.on("POST /api/v1/desk/undo", { body: { results } });
  await deciding.takeBack("u", { comments: many, undos: ["u"], where: "" });
  assert.deepEqual(upheavals, ["upheaval"]);
  assert.equal(list.entries.length, 2);
});

test("deciding: a reason goes with one decision, and with each of many", async () => {
  const { deciding, server } = setUp();
  await deciding.decide("a", "reject", "insult: you fool");
  await deciding.decideAll([b], "reject", () => {}, "off_topic");
  const sent = server.requests.flatMap(({ body }) => body?.["decisions"]);
  assert.deepEqual(sent, [
    { comment: "a", revision: 1, action: "reject", reason: "insult: you fool" },
    { comment: "b", revision: 1, action: "reject", reason: "off_topic" },
  ]);
});
