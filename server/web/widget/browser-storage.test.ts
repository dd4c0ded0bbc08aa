import { BrowserStorage } from "./browser-storage.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

import { FakeStorage } from "../testing/fake-storage.ts";

test("browser storage: scopes do not see each other, whatever their names", () => {
  const storage = new FakeStorage();
  new BrowserStorage(["a:b", "c"], storage).write("x", 1);
  assert.equal(new BrowserStorage(["a", "b:c"], storage).read("x"), undefined);
  assert.equal(new BrowserStorage(["a:b", "c"], storage).read("x"), 1);
});

test("browser storage: undefined takes the value away", () => {
  const storage = new FakeStorage();
  const scoped = new BrowserStorage(["a"], storage);
  scoped.write("x", { y: [1] });
  assert.deepEqual(scoped.read("x"), { y: [1] });
  scoped.write("x", undefined);
  assert.equal(storage.length, 0);
});

test("browser storage: where there is none, nothing is kept and nothing fails", () => {
  const none = new BrowserStorage(["a"], undefined);
  none.write("x", 1);
  assert.equal(none.read("x"), undefined);
});
