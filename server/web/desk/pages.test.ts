import { pageNameOf, pages, pagesFor } from "./pages.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

const moderator = { id: "1", name: "Ada", role: "admin" };

test("pages: the address names one; without a name, or a known one, it is the queue", () => {
  assert.equal(pageNameOf("?page=rules"), "rules");
  assert.equal(pageNameOf("?page=audit&kind=decided"), "audit");
  for (const search of ["", "?state=spam", "?page=moon", "?page="])
    assert.equal(pageNameOf(search), "queue");
});

test("pages: each has a key of its own", () => {
  assert.equal(new Set(pages.map(({ key }) => key)).size, pages.length);
});

test("pages: what is not built yet is not offered, and nothing to who is not known", () => {
  const offered = pagesFor(moderator);
  assert.deepEqual(offered.slice(0, 2).map(({ name }) => name), ["queue", "rules"]);
  assert(offered.every(({ tag, load }) => !tag || load));
  assert.deepEqual(pagesFor(undefined), []);
});

test("pages: the team is for admins of all sites", () => {
  const team = pages.find(({ name }) => name === "team");
  assert(team?.mayOpen(moderator));
  assert(!team?.mayOpen({ ...moderator, sites: ["courier"] }));
  assert(!team?.mayOpen({ ...moderator, role: "moderator" }));
});
