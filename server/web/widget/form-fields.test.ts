import { checkFields, lengthOf, usualRules, withScheme, type FormValues } from "./form-fields.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

const good: FormValues = { name: "Ada", email: "ada@example.org", website: "", text: "Hello" };

function codesOf(values: Partial<FormValues>, rules = usualRules): string[] {
  return checkFields({ ...good, ...values }, rules).map(({ field, code }) => `${field} ${code}`);
}

test("form fields: a complete comment has no errors", () => {
  assert.deepEqual(codesOf({}), []);
  assert.deepEqual(codesOf({ website: "example.org/me" }), []);
});

test("form fields: what is missing is named in the order of the form", () => {
  assert.deepEqual(codesOf({ name: " ", email: "", text: "\n" }), [
    "name required",
    "email required",
    "text required",
  ]);
  const lenient = { required: [], text_max: 10 };
  assert.deepEqual(codesOf({ name: "", email: "" }, lenient), []);
  assert.deepEqual(codesOf({ text: "" }, lenient), ["text required"]);
});

test("form fields: an address is refused only when it cannot be one", () => {
  for (const email of ["a@b.example", "o'brien+news@sub.example.org", "ü@bücher.example"])
    assert.deepEqual(codesOf({ email }), [], email);
  for (const email of ["a", "a@b", "a b@c.example", "@c.example", "a@@c.example", "a@c..example"])
    assert.deepEqual(codesOf({ email }), ["email invalid"], email);
});

test("form fields: a website is http or https, with a host", () => {
  for (const website of ["http://a.example", "https://a.example:8080/x?y", "a.example"])
    assert.deepEqual(codesOf({ website }), [], website);
  for (const website of [
    "javascript:alert(1)",
    "ftp://a.example",
    "https://x@a.example",
    "foo bar",
    "data:text/html,x",
  ])
    assert.deepEqual(codesOf({ website }), ["website invalid"], website);
});

test("form fields: length is counted in code points, and the space around does not count", () => {
  assert.equal(lengthOf("a😀é"), 3);
  const rules = { required: [], text_max: 3 };
  assert.deepEqual(codesOf({ text: " 😀😀😀 " }, rules), []);
  assert.deepEqual(codesOf({ text: "😀😀😀😀" }, rules), ["text too_long"]);
});

test("form fields: a website typed without scheme gets one", () => {
  assert.equal(withScheme(" example.org "), "https://example.org");
  assert.equal(withScheme("HTTP://example.org"), "HTTP://example.org");
  assert.equal(withScheme(""), "");
});
