// Rules at the desk: what was put in force is rolled back, and put in force again.

import assert from "node:assert/strict";
import {writeFile} from "node:fs/promises";
import {join} from "node:path";
import {after, before, test} from "node:test";

import {startBrowser} from "./support/browser.mjs";
import {signInOn} from "./support/desk.mjs";
import {end, judgedOf, startWithRules} from "./support/own-rules.mjs";
import {until} from "./support/server.mjs";

const password = "the password of ria";
let place;
let browser;
before(async () => {
  place = await startWithRules("desk");
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await end(place);
});

/** Until a comment of somebody new is judged so. */
async function untilJudged(state) {
  let count = 0;
  await until(async () => {
    count += 1;
    return (await judgedOf(place.server, `${state} ${count}`, "Well, well.")).state === state;
  }, `nothing is ${state}`);
}

/** Puts stricter rules in force; resolves to their version. */
async function tighten() {
  const strict = join(place.directory, "strict.json");
  await writeFile(strict, JSON.stringify({
    extends: "moderation.json", policy: {weights: {new_author: 5}},
  }));
  const activated = ["rules", "activate", strict, "--note", "election night"];
  const {stdout} = await place.server.command(activated);
  return stdout.match(/[0-9a-f]{12}/)[0];
}

test("rules are rolled back after one has seen what changes, and put in force again", async () => {
  const {server} = place;
  await server.addModerator("ria", password, "admin");
  const version = await tighten();
  await untilJudged("pending");
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${server.url}/desk/?page=rules`);
  await signInOn(page, "ria", password);
  const inForce = page.locator(".in-force .version-line");
  await inForce.getByText(version).waitFor();

  await page.getByRole("button", {name: "Roll back"}).click();
  const sheet = page.getByRole("dialog", {name: "Roll back to the rules before?"});
  await sheet.getByText("policy.weights.new_author").waitFor();
  await sheet.getByLabel("Why (optional, for moderators)").fill("the night is over");
  await sheet.getByRole("button", {name: "Roll back", exact: true}).click();
  await page.getByText(/Version [0-9a-f]{12} is in force\./).waitFor();
  await inForce.getByText(version).waitFor({state: "detached"});
  await page.locator(".activations").getByText("the night is over").waitFor();
  await untilJudged("published");

  await page.locator(`[data-version="${version}"] [data-activate]`).click();
  const again = page.getByRole("dialog", {name: "Put these rules in force?"});
  await again.getByText("policy.weights.new_author").waitFor();
  await again.getByRole("button", {name: "Put in force", exact: true}).click();
  await inForce.getByText(version).waitFor();
  await untilJudged("pending");
  const {stdout} = await server.command(["rules", "list"]);
  assert.match(stdout, /the night is over/);
});
