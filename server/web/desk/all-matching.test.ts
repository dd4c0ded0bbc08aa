import { allMatching } from "./all-matching.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

import { DeskApi } from "../shared/desk-api.ts";
import { FakeServer } from "../testing/fake-server.ts";
import { sampleDeskComment as comment, sampleDeskPage as page } from "../testing/sample-desk.ts";
import { SignInState } from "./sign-in-state.ts";

const list = "GET /api/v1/desk/comments";

function setUp() {
  const server = new FakeServer().on(list, ({ query }) => ({
    body:
      query.get("cursor") === "two"
        ? page([comment("b"), comment("c")])
        : page([comment("a"), comment("b")], { next: "two" }),
  }));
  const api = new DeskApi("https://c.example", server.fetch);
  return { server, use: { api, signIn: new SignInState(api, () => {}) } };
}

test("all matching: page after page, each comment once, and how far it is", async () => {
  const { server, use } = setUp();
  const told: number[] = [];
  const all = await allMatching(use, { author: "p1" }, (found) => told.push(found), () => false);
  assert.deepEqual(all.map(({ id }) => id), ["a", "b", "c"]);
  assert.deepEqual(told, [2, 3]);
  assert.equal(String(server.asked(list)[1]?.query), "author=p1&limit=500&cursor=two");
});

test("all matching: ends when it is stopped", async () => {
  const { server, use } = setUp();
  let isStopped = false;
  await allMatching(use, {}, () => (isStopped = true), () => isStopped);
  assert.equal(server.asked(list).length, 1);
});
