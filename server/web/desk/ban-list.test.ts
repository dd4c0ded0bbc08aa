import "../testing/browser.ts";

import { banList, isInForce } from "./ban-list.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

import { render } from "lit";

import type { Ban } from "../shared/desk-types.ts";
import { translatorFor } from "./messages.ts";

const at = "2020-01-01T10:00:00Z";
const ban = (extra: Partial<Ban>): Ban => ({ id: "1", by: "Mira", at, ...extra });

function show(bans: Ban[], onLift?: (ban: Ban) => void): HTMLElement {
  const place = document.createElement("div");
  render(banList(bans, translatorFor("en"), onLift), place);
  return place;
}

const textOf = (place: Element | null) => place?.textContent?.replace(/\s+/g, " ").trim() ?? "";

test("ban list: a ban holds until it ends or is lifted", () => {
  const now = Date.parse("2020-01-05T00:00:00Z");
  assert(isInForce(ban({}), now));
  assert(isInForce(ban({ ends_at: "2020-01-08T00:00:00Z" }), now));
  assert(!isInForce(ban({ ends_at: "2020-01-02T00:00:00Z" }), now));
  assert(!isInForce(ban({ lifted_at: at }), now));
});

test("ban list: those that hold come first, and say where, why and for how long", () => {
  const lifted = ban({ id: "2", site: "courier", lifted_at: at, lifted_by: "Ada" });
  const place = show([lifted, ban({ site: "courier", story: "ferry", reason: "rude" })], () => {});
  const [first, second] = [...place.querySelectorAll("li")].map((line) => textOf(line));
  assert.match(first ?? "", /^On the story ferry of courier for good Lift rude By Mira, /);
  assert.match(second ?? "", /^On courier for good By Mira, .* Lifted by Ada, /);
  assert.equal(place.querySelectorAll("[data-lift]").length, 1);
});

test("ban list: one is lifted by who may; that there is none is said", () => {
  const heard: string[] = [];
  show([ban({})], ({ id }) => heard.push(id)).querySelector("button")?.click();
  assert.deepEqual(heard, ["1"]);
  assert.equal(show([ban({})]).querySelectorAll("button").length, 0);
  assert.equal(textOf(show([])), "Never banned.");
});
