import { Drafts } from "./draft.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

import { FakeStorage } from "../testing/fake-storage.ts";
import { BrowserStorage } from "./browser-storage.ts";

const day = 24 * 60 * 60 * 1000;
const draft = { name: "Ada", website: "", text: "Half a thought" };

function makeDrafts(storage: Storage, now: () => number = () => 0, story = "ferry"): Drafts {
  return new Drafts(new BrowserStorage(["https://c.example", "courier", story], storage), now);
}

test("draft: is found again after a reload, for the article and for each reply", () => {
  const storage = new FakeStorage();
  makeDrafts(storage).save(undefined, draft);
  makeDrafts(storage).save("7", { ...draft, text: "A reply", key: "k" });
  assert.deepEqual(makeDrafts(storage).find(undefined), draft);
  assert.deepEqual(makeDrafts(storage).find("7"), { ...draft, text: "A reply", key: "k" });
  assert.equal(makeDrafts(storage).find("8"), undefined);
  assert.equal(makeDrafts(storage, undefined, "another").find(undefined), undefined);
});

test("draft: never keeps the e-mail address, even if it is handed one", () => {
  const storage = new FakeStorage();
  const withAddress = { ...draft, email: "ada@private.example" };
  makeDrafts(storage).save(undefined, withAddress);
  assert(!storage.everything.includes("private.example"));
});

test("draft: without a text there is none", () => {
  const storage = new FakeStorage();
  const drafts = makeDrafts(storage);
  drafts.save(undefined, draft);
  drafts.save(undefined, { ...draft, text: " \n" });
  assert.equal(drafts.find(undefined), undefined);
  assert.equal(storage.length, 0);
});

test("draft: is dropped after a month, and when there are too many", () => {
  const storage = new FakeStorage();
  makeDrafts(storage, () => 0).save(undefined, draft);
  assert(makeDrafts(storage, () => 29 * day).find(undefined));
  assert.equal(makeDrafts(storage, () => 31 * day).find(undefined), undefined);

  for (let i = 0; i < 12; ++i) makeDrafts(storage, () => 40 * day + i).save(`c${i}`, draft);
  const kept = makeDrafts(storage, () => 41 * day);
  assert.equal(kept.find("c1"), undefined);
  assert(kept.find("c2"));
});

test("draft: a browser that keeps nothing is no error", () => {
  const storage = new FakeStorage();
  storage.isFull = true;
  makeDrafts(storage).save(undefined, draft);
  assert.equal(makeDrafts(storage).find(undefined), undefined);
  storage.isFull = false;
  storage.setItem("rejoinder:https%3A%2F%2Fc.example:courier:ferry:drafts", "{not JSON");
  assert.equal(makeDrafts(storage).find(undefined), undefined);
});
