import "../testing/browser.ts";

import { commandFor, isTypingIn, listenForKeys, type Press } from "./hotkeys.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

const press = (key: string, extra: Partial<Press> = {}): Press => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  repeat: false,
  isComposing: false,
  ...extra,
});

test("hotkeys: a letter is a command, with Caps Lock too", () => {
  assert.equal(commandFor(press("j"), false), "next");
  assert.equal(commandFor(press("K"), false), "previous");
  assert.equal(commandFor(press("a"), false), "approve");
  assert.equal(commandFor(press("r"), false), "reject");
  assert.equal(commandFor(press("s"), false), "spam");
  assert.equal(commandFor(press("/"), false), "filter");
  assert.equal(commandFor(press("?"), false), "help");
  assert.equal(commandFor(press("b"), false), "blur");
  assert.equal(commandFor(press("ф", { code: "KeyA" }), false), "approve");
  assert.equal(commandFor(press("q"), false), undefined);
  assert.equal(commandFor(press("toString"), false), undefined);
});

test("hotkeys: the browser's own keys, and what is being typed, are left alone", () => {
  assert.equal(commandFor(press("r", { ctrlKey: true }), false), undefined);
  assert.equal(commandFor(press("a", { metaKey: true }), false), undefined);
  assert.equal(commandFor(press("a", { isComposing: true }), false), undefined);
  assert.equal(commandFor(press("a"), true), undefined);
  assert.equal(commandFor(press("Escape"), true), "close");
});

test("hotkeys: a key that is held moves on, but decides once", () => {
  assert.equal(commandFor(press("j", { repeat: true }), false), "next");
  assert.equal(commandFor(press("a", { repeat: true }), false), undefined);
});

test("hotkeys: with Shift, a rejection has a reason; m masks, i edits, c is for clusters", () => {
  assert.equal(commandFor(press("R", { shiftKey: true }), false), "reject_reason");
  assert.equal(commandFor(press("R"), false), "reject");
  assert.equal(commandFor(press("J", { shiftKey: true }), false), "next");
  assert.equal(commandFor(press("m"), false), "mask");
  assert.equal(commandFor(press("i"), false), "edit");
  assert.equal(commandFor(press("c"), false), "cluster");
});

test("hotkeys: with Shift, a range is chosen; with Caps Lock, one", () => {
  assert.equal(commandFor(press("X", { shiftKey: true }), false), "select_range");
  assert.equal(commandFor(press("X"), false), "select");
  assert.equal(commandFor(press("x", { repeat: true }), false), undefined);
});

test("hotkeys: one types in fields and selects, not on buttons", () => {
  document.body.innerHTML = "<select></select><input><input type=checkbox><button></button>";
  const typing = [...document.body.children].map((element) => isTypingIn(element));
  assert.deepEqual(typing, [true, true, false, false]);
  assert(!isTypingIn(null));
});

test("hotkeys: the page is listened to until it is ended", () => {
  const heard: string[] = [];
  const end = listenForKeys((command) => heard.push(command));
  const type = () => document.dispatchEvent(new KeyboardEvent("keydown", { key: "j" }));
  type();
  end();
  type();
  assert.deepEqual(heard, ["next"]);
});
