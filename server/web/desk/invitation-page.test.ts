import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { problem } from "../testing/fake-server.ts";
import { deskSession } from "../testing/sample-desk.ts";
import { takeInvitation } from "./invitation-page.ts";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

const api = "/api/v1/desk";

const good = "several good words";

async function come(): Promise<void> {
  history.replaceState(null, "", "/desk/?invitation=abc&page=team");
  await page.open();
}

async function choose(first: string, again: string): Promise<void> {
  await page.write("[name=new]", first);
  await page.write("[name=again]", again);
  await page.submit(".sign-in");
}

beforeEach(() => {
  const body = { name: "jo", role: "moderator", sites: ["courier"], by: "Ada" };
  page.server.on(`POST ${api}/invitation`, { body });
});

test("invitation page: the token leaves the address at once", () => {
  history.replaceState(null, "", "/desk/?invitation=abc&page=team#x");
  assert.equal(takeInvitation(), "abc");
  assert.equal(location.href, "https://paper.example/desk/?page=team#x");
  assert.equal(takeInvitation(), undefined);
});

test("invitation page: says who invites to what, and signs in", async () => {
  await come();
  assert.deepEqual(page.server.asked(`POST ${api}/invitation`)[0]?.body, { token: "abc" });
  assert.match(
    page.textOf(".sign-in"),
    /Ada invites you to the desk\. Your role: Moderator, for courier\. You will sign in as jo\./,
  );
  assert.equal(document.activeElement, page.find("[name=new]"));
  await choose("short", "short");
  assert.equal(page.textOf(".sign-in .problem"), "This password is too short.");
  await choose(good, "other good words");
  assert.equal(page.textOf(".sign-in .problem"), "The two are not the same.");

  page.server.on(`POST ${api}/invitation/acceptance`, { body: deskSession });
  await choose(good, good);
  const [request] = page.server.asked(`POST ${api}/invitation/acceptance`);
  assert.deepEqual(request?.body, { token: "abc", password: good });
  assert.equal(page.textOf(".who"), "Signed in as Ada");
  assert.equal(page.count("rejoinder-invitation"), 0);
});

test("invitation page: one that is over leads to the sign-in form", async () => {
  page.server.on(`POST ${api}/invitation`, problem(404, "invitation_not_found"));
  await come();
  assert.equal(page.textOf(".entrance .problem"), "This invitation is not valid any more.");
  assert.equal(page.count("[data-retry]"), 0);
  await page.press("[data-leave]");
  assert.equal(page.textOf(".sign-in h1"), "Sign in to the desk");
});

test("invitation page: without an answer, it is asked again", async () => {
  page.server.on(`POST ${api}/invitation`, "unreachable");
  await come();
  assert.equal(page.textOf(".entrance .problem"), "The server could not be reached.");
  page.server.on(`POST ${api}/invitation`, { body: { name: "jo", role: "viewer" } });
  await page.press("[data-retry]");
  assert.match(page.textOf(".sign-in"), /You are invited to the desk\. Your role: Viewer, for all/);
});

test("invitation page: accepted meanwhile by somebody", async () => {
  await come();
  page.server.on(`POST ${api}/invitation/acceptance`, problem(404, "invitation_not_found"));
  await choose(good, good);
  assert.equal(page.textOf(".entrance .problem"), "This invitation is not valid any more.");
});
