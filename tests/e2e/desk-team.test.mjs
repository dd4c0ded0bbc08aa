// Team and account pages as one uses them: somebody is invited, comes, secures the account, and
// loses rights again.

import assert from "node:assert/strict";
import {after, before, test} from "node:test";

import {Account} from "./support/account.mjs";
import {codeOf} from "./support/authenticator.mjs";
import {startBrowser} from "./support/browser.mjs";
import {signInOn} from "./support/desk.mjs";
import {endTwoSites, startTwoSites} from "./support/two-sites.mjs";

let server;
let browser;
before(async () => {
  ({server} = await startTwoSites());
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await endTwoSites(server);
});

/** A page of the desk in a browser of its own, not signed in yet. */
async function open(address) {
  const page = await (await browser.newContext()).newPage();
  await page.goto(new URL(address, `${server.url}/desk/`).href);
  return page;
}

async function openAs(name, address) {
  const page = await open(address);
  await signInOn(page, name, Account.passwordOf(name));
  return page;
}

/** Resolves to the link that the form shows. */
async function invite(page, name, role, site) {
  await page.getByRole("button", {name: "Invite …"}).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByLabel("Name to sign in with").fill(name);
  await sheet.locator(`[name=role][value=${role}]`).check();
  await sheet.locator(`[name=site][value=${site}]`).check();
  await sheet.getByRole("button", {name: "Make the invitation"}).click();
  const link = await sheet.locator("[data-link]").inputValue();
  await sheet.getByRole("button", {name: "Done"}).click();
  await sheet.waitFor({state: "detached"});
  return link;
}

test("who is invited is told by whom, and comes by the link, once", async () => {
  const chief = await openAs("chief", "?page=team");
  const link = await invite(chief, "nia", "viewer", "gazette");
  await chief.locator(".entries").getByText("nia", {exact: true}).waitFor();

  const nia = await open(link);
  await nia.getByText("chief invites you to the desk.").waitFor();
  await nia.getByText("Your role: Viewer, for gazette.").waitFor();
  assert.doesNotMatch(nia.url(), /invitation/, "the token does not stay in the address");
  await nia.getByLabel("New password", {exact: true}).fill("short");
  await nia.getByRole("button", {name: "Accept and sign in"}).click();
  await nia.getByText("This password is too short.").waitFor();
  for (const field of ["new", "again"])
    await nia.locator(`[name=${field}]`).fill(Account.passwordOf("nia"));
  await nia.getByRole("button", {name: "Accept and sign in"}).click();
  await nia.getByRole("tab", {name: "Pending"}).waitFor();

  const late = await open(link);
  await late.getByText("Ask who sent it to you for a new one.").waitFor();
  await chief.reload();
  await chief.getByText("Nobody is invited at the moment.").waitFor();
  await chief.getByRole("row", {name: /nia/}).getByText("gazette").waitFor();
});

test("what an admin takes away is gone, and may be given back", async () => {
  await Account.add(server, "leo");
  const chief = await openAs("chief", "?page=team");
  const leo = await openAs("leo", "");
  await leo.getByRole("tab", {name: "Pending"}).waitFor();

  const change = chief.getByRole("button", {name: "Change leo"});
  await change.click();
  const sheet = chief.getByRole("dialog");
  await sheet.locator("[name=role][value=viewer]").check();
  await sheet.locator("[name=site][value=demo]").check();
  await sheet.getByRole("button", {name: "Save"}).click();
  await chief.getByText("leo is changed.").waitFor();
  const row = chief.getByRole("row", {name: /leo/});
  await row.getByText("Viewer").waitFor();
  await row.getByText("demo").waitFor();

  await change.click();
  await sheet.getByRole("button", {name: "Disable the account"}).click();
  await chief.getByText("leo cannot sign in any more.").waitFor();
  await leo.getByLabel("Password").waitFor();
  await leo.getByLabel("Password").fill(Account.passwordOf("leo"));
  await leo.getByRole("button", {name: "Sign in"}).click();
  await leo.locator(".problem:not(:empty)").first().waitFor();

  await change.click();
  await sheet.getByRole("button", {name: "Enable the account"}).click();
  await chief.getByText("leo can sign in again.").waitFor();
  assert.equal((await Account.signIn(server, "leo")).status, 200);
});

/** Resolves to the secret and the recovery codes. */
async function secure(page) {
  const part = page.locator("rejoinder-two-factor");
  await part.getByRole("button", {name: "Set up …"}).click();
  await part.getByRole("img", {name: /QR code/}).waitFor();
  const secret = (await part.locator(".secret code").textContent()).replace(/\s/g, "");
  await part.locator("[name=code]").fill(codeOf(secret, -1));
  await part.getByRole("button", {name: "Turn on"}).click();
  await part.getByText("Recovery codes").waitFor();
  const codes = await part.locator(".codes code").allTextContents();
  await part.getByRole("button", {name: "I have kept them"}).click();
  await part.getByText("On. Signing in takes").waitFor();
  return {secret, codes};
}

test("an account is secured by a second factor, and its other sessions are ended", async () => {
  await Account.add(server, "pia");
  const page = await openAs("pia", "?page=account");
  const {secret, codes} = await secure(page);
  assert.equal(codes.length, 10);

  const other = await openAs("pia", "");
  await other.locator("[name=code]").fill(codeOf(secret));
  await other.getByRole("button", {name: "Sign in"}).click();
  await other.getByRole("tab", {name: "Pending"}).waitFor();
  const third = await openAs("pia", "");
  await third.locator("[data-way=recovery]").click();
  await third.locator("[name=code]").fill(codes[0]);
  await third.getByRole("button", {name: "Sign in"}).click();
  await third.getByRole("tab", {name: "Pending"}).waitFor();

  await page.reload();
  const sessions = page.locator("rejoinder-session-list");
  await sessions.getByText("This session").waitFor();
  await sessions.getByRole("button", {name: "End all others"}).click();
  await page.getByText("All your other sessions have ended.").waitFor();
  for (const gone of [other, third]) await gone.getByLabel("Password").waitFor();
  await sessions.getByText("This session").waitFor();
});

test("a token is shown once, works within its scope, and is revoked", async () => {
  await Account.add(server, "rob");
  const page = await openAs("rob", "?page=account");
  await page.getByRole("button", {name: "New token …"}).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByLabel("What for").fill("the weekly figures");
  await sheet.getByRole("button", {name: "Make token"}).click();
  const token = await sheet.locator(".shown-once code").textContent();
  await sheet.getByRole("button", {name: "I have kept it"}).click();
  await sheet.waitFor({state: "detached"});
  assert.ok(!(await page.content()).includes(token), "it is shown only once");

  const program = Account.byToken(server, token);
  assert.equal(await program.statusOf("GET", "comments"), 200);
  assert.equal(await program.statusOf("POST", "decisions", {decisions: []}), 403);
  await page.getByRole("button", {name: "Revoke the token: the weekly figures"}).click();
  await page.getByText("The token “the weekly figures” is revoked.").waitFor();
  assert.equal(await program.statusOf("GET", "comments"), 401);
});
