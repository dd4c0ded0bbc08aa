import { AuthorRecord } from "./author-record.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

import { FakeStorage } from "../testing/fake-storage.ts";
import { BrowserStorage } from "./browser-storage.ts";

const receipt = (id: string) =>
  ({ id, status: "submitted", author_token: `token of ${id}`, status_url: "u" }) as const;

test("author record: the last comment proves who one is, in another visit too", () => {
  const storage = new BrowserStorage(["test"], new FakeStorage());
  const record = new AuthorRecord(storage);
  assert.equal(record.proof(), undefined);
  record.keep(receipt("1"));
  record.keep(receipt("2"));
  const expected = { author_of: "2", author_token: "token of 2" };
  assert.deepEqual(record.proof(), expected);
  assert.deepEqual(new AuthorRecord(storage).proof(), expected);
});

test("author record: what is no proof is none", () => {
  const storage = new BrowserStorage(["test"], new FakeStorage());
  for (const kept of [null, 7, {}, { author_of: "1" }, { author_of: 1, author_token: "t" }]) {
    storage.write("author", kept);
    assert.equal(new AuthorRecord(storage).proof(), undefined);
  }
});
