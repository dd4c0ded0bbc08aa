import {
  byAuthor,
  byCluster,
  filtered,
  filterOf,
  inState,
  isFiltered,
  placeOf,
  searchOf,
} from "./place.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

test("place: without an address it is the review queue, who waits longest first", () => {
  assert.deepEqual(placeOf(""), { state: "pending", sort: "oldest" });
  assert.equal(searchOf(placeOf("")), "");
});

test("place: what is decided is looked at from its end", () => {
  assert.deepEqual(placeOf("?state=spam"), { state: "spam", sort: "newest" });
});

test("place: an address leads to where it was taken", () => {
  const search =
    "?state=rejected&site=courier&story=a+b&section=%2Fsport%2F&author=p1&text=x&reason=flood" +
    "&cluster=7&since=2026-10-01&until=2026-10-12&sort=urgent";
  assert.equal(searchOf(placeOf(search)), search);
});

test("place: what nobody knows is passed over", () => {
  assert.deepEqual(placeOf("?state=x&sort=y&site=%20&z=1"), { state: "pending", sort: "oldest" });
  assert.equal(placeOf(`?story=${"x".repeat(999)}`).story?.length, 200);
});

test("place: another state keeps the filters", () => {
  const place = placeOf("?site=courier&reason=flood");
  const expected = { state: "spam", sort: "newest", site: "courier", reason: "flood" };
  assert.deepEqual(inState(place, "spam"), expected);
});

test("place: a filter is set and taken away", () => {
  const place = filtered(placeOf(""), "reason", "flood");
  assert.equal(place.reason, "flood");
  assert.deepEqual(filtered(place, "reason", ""), placeOf(""));
  assert.equal(filtered(place, "section", " sport ").section, "/sport");
});

test("place: the server is asked for just that", () => {
  assert.deepEqual(filterOf(placeOf("?site=courier")), {
    state: "pending",
    sort: "oldest",
    site: "courier",
  });
});

test("place: what readers reported is of every state, most reported first", () => {
  const place = placeOf("?state=reported");
  assert.deepEqual(filterOf(place), { sort: "reports", reported: 1 });
  assert.equal(searchOf(place), "?state=reported");
});

test("place: all of an author are of every state", () => {
  assert.deepEqual(filterOf(byAuthor("p1")), { sort: "newest", author: "p1" });
  assert.equal(searchOf(byAuthor("p1")), "?state=all&author=p1");
  assert(isFiltered(byAuthor("p1")));
  assert(!isFiltered(placeOf("?state=spam")));
});

test("place: days are those of one's own clock, the last one included", () => {
  const { since, until } = filterOf(placeOf("?since=2026-10-01&until=2026-10-31"));
  assert.equal(since, new Date(2026, 9, 1).toISOString());
  assert.equal(until, new Date(2026, 10, 1).toISOString());
  assert.equal(placeOf("?since=yesterday").since, undefined);
  assert.equal(filterOf(filtered(placeOf(""), "since", "02026-1-1")).since, undefined);
});

test("place: comments of much the same text are looked at where they wait", () => {
  assert.deepEqual(filterOf(byCluster("7")), { state: "pending", sort: "oldest", cluster: "7" });
  assert.equal(searchOf(byCluster("7")), "?cluster=7");
});
