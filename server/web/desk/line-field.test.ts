import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { define } from "./light-element.ts";
import { LineField } from "./line-field.ts";
import { translatorFor } from "./messages.ts";

let page: DeskPage;
let written: string[];
beforeEach(() => {
  page = new DeskPage();
  define("rejoinder-line-field", LineField);
  written = [];
});
afterEach(() => page.close());

const value = "one\ntwo\nthree\ntwo and a half";

async function show(extra: Partial<LineField> = {}): Promise<LineField> {
  const field = document.createElement("rejoinder-line-field") as LineField;
  const onWrite = (text: string) => written.push(text);
  Object.assign(field, { translator: translatorFor("en"), label: "Words", value, rows: 5 });
  Object.assign(field, { problems: [], isReadonly: false, onWrite, ...extra });
  document.body.append(field);
  await page.clock.settle();
  return field;
}

function selected(): string {
  const { value: text, selectionStart, selectionEnd } = page.find<HTMLTextAreaElement>("textarea");
  return text.slice(selectionStart, selectionEnd);
}

test("line field: goes to a line, and selects it", async () => {
  const field = await show();
  field.goToLine(3);
  assert.equal(selected(), "three");
  assert.equal(document.activeElement, page.find("textarea"));
  field.goToLine(1);
  assert.equal(selected(), "one");
});

test("line field: tells what is written", async () => {
  await show();
  await page.write("textarea", "four");
  assert.deepEqual(written, ["four"]);
});

test("line field: lists the lines in which something is, and leads there", async () => {
  await show({ isSearchable: true });
  await page.write("[type=search]", "Two");
  assert.equal(page.textOf("[role=status]"), "2 lines");
  assert.deepEqual(page.texts(".found li"), ["Line 2: two", "Line 4: two and a half"]);
  await page.press(".found li:last-child button");
  assert.equal(selected(), "two and a half");
  page.find("[type=search]").focus();
  await page.key("Enter");
  assert.equal(selected(), "two");
  await page.write("[type=search]", " ");
  assert.equal(page.count(".found"), 0);
});

test("line field: a problem leads to its line, where it has one", async () => {
  const problems = [
    { line: 3, message: "too odd" },
    { line: undefined, message: "all wrong" },
  ];
  await show({ problems });
  assert.deepEqual(page.texts(".line-problems li"), ["Line 3: too odd", "all wrong"]);
  await page.press(".line-problems button");
  assert.equal(selected(), "three");
  assert.equal(page.find("textarea").getAttribute("aria-invalid"), "true");
});
