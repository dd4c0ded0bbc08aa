import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import {
  sampleAuthor,
  sampleDeskComment as comment,
  sampleDeskPage,
} from "../testing/sample-desk.ts";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

const list = "GET /api/v1/desk/comments";

test("open sheets: all that an author has published and pending is rejected", async () => {
  page.server.on("GET /api/v1/desk/authors/p-a", { body: sampleAuthor() });
  await page.work([comment("a", 1)]);
  await page.key("h");
  page.server.on(list, ({ query }) => ({
    body: sampleDeskPage(
      query.get("state") === "published"
        ? [comment("p1", 1, { state: "published" }), comment("p2", 2, { state: "published" })]
        : [comment("a", 3)],
    ),
  }));
  const asked = page.server.asked(list).length;
  page.find("[data-reject-all]").focus();
  await page.press("[data-reject-all]");
  assert.equal(page.textOf(".bulk h2"), "Reject all comments by Author of a");
  assert.equal(page.textOf(".bulk [role=status]"), "Reject 3 comments?");
  const queries = page.server.asked(list).slice(asked);
  assert.deepEqual(
    queries.slice(0, 2).map(({ query }) => [query.get("state"), query.get("author")]),
    [
      ["published", "p-a"],
      ["pending", "p-a"],
    ],
  );
  assert(page.find(".veil").hasAttribute("inert"));
  await page.press("[data-confirm]");
  assert.deepEqual(
    page.decisions.map((decision) => (decision as { comment: string }).comment),
    ["p1", "p2", "a"],
  );
  // Back at the author, from where it was asked.
  assert.equal(page.count("[role=dialog]"), 1);
  assert.equal(document.activeElement, page.find("[data-reject-all]"));
});
