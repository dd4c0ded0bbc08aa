import { OwnComments, type OwnComment } from "./own-comments.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

import { FakeStorage } from "../testing/fake-storage.ts";
import { BrowserStorage } from "./browser-storage.ts";

const mine: OwnComment = {
  id: "7",
  token: "secret",
  state: "submitted",
  created_at: "2026-10-12T09:00:00Z",
  name: "Ada",
  text: "Mine",
};

function makeOwn(storage: Storage): OwnComments {
  return new OwnComments(new BrowserStorage(["s", "site", "story"], storage));
}

test("own comments: survive a reload, each once", () => {
  const storage = new FakeStorage();
  makeOwn(storage).add(mine);
  makeOwn(storage).add({ ...mine, text: "Mine again" });
  assert.deepEqual(makeOwn(storage).all(), [{ ...mine, text: "Mine again" }]);
});

test("own comments: the text is kept while nobody else has it", () => {
  const own = makeOwn(new FakeStorage());
  own.add(mine);
  own.setState("7", "pending");
  assert.deepEqual(own.find("7"), { ...mine, state: "pending" });
  own.setState("7", "published");
  const { text: _, ...withoutText } = mine;
  assert.deepEqual(own.find("7"), { ...withoutText, state: "published" });
});

test("own comments: the oldest give way, and what is forgotten is gone", () => {
  const own = makeOwn(new FakeStorage());
  for (let i = 0; i < 55; ++i) own.add({ ...mine, id: String(i) });
  assert.equal(own.all().length, 50);
  assert.equal(own.find("4"), undefined);
  own.forget("54");
  assert.equal(own.find("54"), undefined);
});

test("own comments: something else under their name is passed over", () => {
  const storage = new FakeStorage();
  storage.setItem("rejoinder:s:site:story:own", '{"a":1}');
  assert.deepEqual(makeOwn(storage).all(), []);
});
