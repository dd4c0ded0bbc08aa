import "../testing/browser.ts";

import { userTable } from "./user-table.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

import { render } from "lit";

import { sampleUser } from "../testing/sample-account.ts";
import { translatorFor } from "./messages.ts";

test("user table: who works comes first; nobody changes themselves", () => {
  const changed: string[] = [];
  const users = [
    sampleUser("1", "Gone", { disabled: true }),
    sampleUser("2", "Mira", { sites: ["courier"], two_factor: true }),
    sampleUser("3", "Ada", { role: "admin", signed_in_at: "2020-10-01T10:00:00Z" }),
  ];
  const place = document.createElement("div");
  render(userTable(users, translatorFor("en"), "3", ({ name }) => changed.push(name)), place);
  const rows = [...place.querySelectorAll("tbody tr")].map(({ children }) =>
    [...children].map(({ textContent }) => textContent?.replace(/\s+/g, " ").trim()).join(" "),
  );
  assert.deepEqual(rows, [
    "Ada you Admin All sites Off October 1, 2020 ",
    "Mira Moderator courier On Never Change …",
    "Gone Disabled Moderator All sites Off Never Change …",
  ]);
  place.querySelector("button")?.click();
  assert.deepEqual(changed, ["Mira"]);
  assert.equal(place.querySelector("button")?.getAttribute("aria-label"), "Change Mira");
});
