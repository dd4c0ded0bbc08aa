import "../testing/browser.ts";

import { newPasswordFields, readNewPassword } from "./new-password.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

import { render } from "lit";

import { translatorFor } from "./messages.ts";

function read(first: string, second: string): unknown {
  const form = document.createElement("form");
  render(newPasswordFields(translatorFor("en"), "problem"), form);
  (form.querySelector("[name=new]") as HTMLInputElement).value = first;
  (form.querySelector("[name=again]") as HTMLInputElement).value = second;
  const read = readNewPassword(form);
  return "problem" in read ? [read.problem, read.field.name] : read;
}

test("new password: long enough in bytes, and twice the same", () => {
  assert.deepEqual(read("eleven byte", "eleven byte"), ["password.too_short", "new"]);
  assert.deepEqual(read("twelve bytes", "twelve bytes "), ["password.different", "again"]);
  assert.deepEqual(read("twelve bytes", "twelve bytes"), { password: "twelve bytes" });
  assert.deepEqual(read("كلمةسر", "كلمةسر"), { password: "كلمةسر" });
});
