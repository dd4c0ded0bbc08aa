import "../testing/browser.ts";

import { linksOf } from "./links-of.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

import { sampleDeskComment as comment } from "../testing/sample-desk.ts";

const link = (href: string, text = href) =>
  linksOf(comment("a", 1, { html: `<p>see <a href="${href}">${text}</a></p>` }))[0];

test("links of a comment: where they lead, each once", () => {
  const html = '<p><a href="https://a.example/x">here</a> <a href="https://a.example/x">here</a></p>';
  const a = comment("a", 1, { html });
  assert.deepEqual(linksOf(a), [{ text: "here", host: "a.example", wireHost: "a.example" }]);
  assert.equal(linksOf(a), linksOf(a));
  assert.deepEqual(linksOf(comment("b")), []);
});

test("links of a comment: a host is told as people read it, and as it is on the wire", () => {
  const found = link("https://аpple.example/");
  assert.equal(found?.host, "аpple.example");
  assert.equal(found?.wireHost, "xn--pple-43d.example");
  assert.equal(found?.seeming, undefined);
});

test("links of a comment: a text that names another host is found out", () => {
  assert.equal(link("https://evil.example/", "bank.example")?.seeming, "bank.example");
  assert.equal(link("https://evil.example/", "https://bank.example/login")?.seeming, "bank.example");
  const disguised = link("https://bank.example@evil.example/");
  assert.equal(disguised?.host, "evil.example");
  assert.equal(disguised?.seeming, "bank.example");
});

test("links of a comment: what names the same host, or none, is no disguise", () => {
  assert.equal(link("https://a.example:8080/x")?.seeming, undefined);
  assert.equal(link("https://www.a.example/", "A.example")?.seeming, undefined);
  assert.equal(link("https://a.example/", "read this. Now")?.seeming, undefined);
  assert.equal(link("mailto:x@a.example", "write to me")?.host, "");
});
