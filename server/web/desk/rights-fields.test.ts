import "../testing/browser.ts";

import { readRights, rightsFields, type Rights } from "./rights-fields.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

import { render } from "lit";

import { translatorFor } from "./messages.ts";

function show(rights: Rights): HTMLFormElement {
  const form = document.createElement("form");
  document.body.replaceChildren(form);
  render(rightsFields(translatorFor("en"), rights, ["courier", "gazette"]), form);
  return form;
}

test("rights fields: what is given is what is read", () => {
  for (const rights of [
    { role: "viewer" as const },
    { role: "admin" as const, sites: ["gazette"] },
    { role: "moderator" as const, sites: ["sold-long-ago"] },
  ])
    assert.deepEqual(readRights(show(rights)), rights);
});

test("rights fields: who chooses a site does not mean all; some sites are at least one", () => {
  const form = show({ role: "viewer" });
  const site = form.querySelector<HTMLInputElement>("[value=courier]");
  site?.click();
  assert.deepEqual(readRights(form), { role: "viewer", sites: ["courier"] });
  site?.click();
  assert.equal(readRights(form), undefined);
});
