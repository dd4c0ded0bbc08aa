import "../testing/browser.ts";

import { NoticeBoard, Notices } from "./notices.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { Clock } from "../testing/clock.ts";
import { define } from "./light-element.ts";
import { translatorFor } from "./messages.ts";

let clock: Clock;
beforeEach(() => (clock = new Clock().install()));
afterEach(() => clock.uninstall());

const texts = ({ items }: Notices) => items.map(({ text }) => text);

test("notices: news passes, a problem stays until it is dismissed", async () => {
  const notices = new Notices(() => {});
  notices.tell("news", "done");
  notices.tell("problem", "failed");
  await clock.advance(60_000);
  assert.deepEqual(texts(notices), ["failed"]);
  notices.dismiss(notices.items[0]?.id ?? 0);
  assert.deepEqual(texts(notices), []);
});

test("notices: the same twice is one, and what was told longest ago makes room", () => {
  const notices = new Notices(() => {});
  for (const text of ["1", "2", "3", "2", "4", "5"]) notices.tell("problem", text);
  assert.deepEqual(texts(notices), ["3", "2", "4", "5"]);
});

test("notices: news is read out politely, a problem at once", async () => {
  define("sample-notice-board", NoticeBoard);
  const board = document.createElement("sample-notice-board") as NoticeBoard;
  const notices = new Notices(() => (board.items = notices.items));
  Object.assign(board, { notices, items: [], translator: translatorFor("en") });
  document.body.append(board);
  await clock.settle();
  // Both are there before there is anything to say, or it would not be read out.
  const status = board.querySelector("[role=status]");
  const alert = board.querySelector("[role=alert]");
  notices.tell("news", "done");
  notices.tell("problem", "failed");
  await clock.settle();
  assert.match(status?.textContent ?? "", /done/);
  assert.match(alert?.textContent ?? "", /failed/);
  alert?.querySelector("button")?.click();
  await clock.settle();
  assert.doesNotMatch(alert?.textContent ?? "", /failed/);
});

test("notices: what offers something stays longer, and while somebody is at it", async () => {
  const notices = new Notices(() => {});
  const offer = { label: "Undo", key: "u", take: () => {} };
  const id = notices.tell("news", "done", offer);
  await clock.advance(11_000);
  assert.deepEqual(texts(notices), ["done"]);
  notices.hold(id);
  await clock.advance(60_000);
  assert.deepEqual(texts(notices), ["done"]);
  notices.hold(undefined);
  await clock.advance(5_000);
  assert.deepEqual(texts(notices), []);
});
