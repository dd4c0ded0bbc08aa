import "../testing/browser.ts";

import { listenForPageKeys } from "./page-keys.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { Clock } from "../testing/clock.ts";
import { listenForKeys } from "./hotkeys.ts";

let heard: string[];
let isOff: boolean;
let clock: Clock;
let endings: (() => void)[];
beforeEach(() => {
  clock = new Clock().install();
  heard = [];
  isOff = false;
  endings = [
    listenForKeys((command) => heard.push(command)),
    listenForPageKeys((key) => heard.push(`page ${key}`), () => isOff),
  ];
});
afterEach(() => {
  for (const end of endings) end();
  clock.uninstall();
});

function type(key: string, extra: KeyboardEventInit = {}, target: EventTarget = document): void {
  const init = { key, bubbles: true, cancelable: true, ...extra };
  target.dispatchEvent(new KeyboardEvent("keydown", init));
}

test("page keys: g and a letter lead to a page, and decide nothing", () => {
  for (const key of ["g", "s", "s"]) type(key);
  assert.deepEqual(heard, ["page s", "spam"]);
});

test("page keys: the letter after g is consumed, also with Shift in between", () => {
  for (const key of ["g", "Shift", "A"]) type(key);
  assert.deepEqual(heard, ["page a"]);
});

test("page keys: g is forgotten after a while, and by Escape", async () => {
  type("g");
  await clock.advance(2_000);
  type("a");
  type("g");
  type("Escape");
  type("r");
  assert.deepEqual(heard, ["approve", "page escape", "reject"]);
});

test("page keys: not in a field, not with Ctrl, not behind what is in front", () => {
  document.body.innerHTML = "<input>";
  for (const key of ["g", "r"]) type(key, {}, document.querySelector("input") ?? document);
  for (const key of ["g", "r"]) type(key, { ctrlKey: true });
  isOff = true;
  for (const key of ["g", "l"]) type(key);
  assert.deepEqual(heard, []);
});
