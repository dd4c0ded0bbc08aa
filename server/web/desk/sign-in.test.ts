import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { problem } from "../testing/fake-server.ts";
import { deskSession } from "../testing/sample-desk.ts";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

const session = "POST /api/v1/desk/session";

test("sign in: has labels, takes the focus, and lets the browser remember", async () => {
  await page.open();
  assert.deepEqual(page.texts(".sign-in label"), ["Name", "Password"]);
  assert.equal(page.textOf(".sign-in button"), "Sign in");
  assert.equal(document.activeElement, page.find('[name="name"]'));
  assert.equal(page.find("#sign-in-password").getAttribute("autocomplete"), "current-password");
});

test("sign in: what is missing is said without asking the server", async () => {
  await page.open();
  await page.signIn("Ada", "");
  assert.equal(page.textOf("[role=alert].problem"), "Please enter your name and your password.");
  assert.equal(document.activeElement, page.find('[name="password"]'));
  assert.equal(page.server.asked(session).length, 0);
});

test("sign in: a wrong password is said, and the desk stays closed", async () => {
  page.server.on(session, problem(401, "wrong_credentials"));
  await page.open();
  await page.signIn("Ada", "wrong");
  assert.equal(page.textOf(".sign-in .problem"), "The name or the password is not right.");
  page.server.on(session, problem(429, "too_many_requests"));
  await page.signIn("Ada", "wrong");
  assert.equal(page.textOf(".sign-in .problem"), "Too many attempts. Please wait a moment.");
  assert.equal(document.querySelectorAll("rejoinder-workplace").length, 0);
});

test("sign in: opens the desk", async () => {
  await page.open();
  await page.signIn(" Ada ", "correct horse");
  const { body } = page.server.asked(session)[0] ?? {};
  assert.deepEqual(body, { name: "Ada", password: "correct horse" });
  assert.equal(page.textOf(".who"), "Signed in as Ada");
  assert.equal(document.querySelectorAll(".sign-in").length, 0);
});

async function code(value: string): Promise<void> {
  await page.write("[name=code]", value);
  await page.submit(".sign-in");
}

test("sign in: a second factor is asked for, and only then", async () => {
  page.server.on(session, ({ body }) =>
    body?.["code"] === undefined
      ? problem(401, "second_factor_required")
      : body["code"] === "123456"
        ? { body: deskSession }
        : problem(401, "wrong_credentials"),
  );
  await page.open();
  await page.signIn("Ada", "pw");
  assert.equal(page.textOf(".sign-in h1"), "Your second factor");
  assert.equal(document.activeElement, page.find("[name=code]"));
  await code(" ");
  assert.equal(page.textOf(".sign-in .problem"), "Please enter the code.");
  await code("654321");
  assert.match(page.textOf(".sign-in .problem"), /^The code is not right\./);
  await code("123 456");
  const { body } = page.server.asked(session).pop() ?? {};
  assert.deepEqual(body, { name: "Ada", password: "pw", code: "123456" });
  assert.equal(page.textOf(".who"), "Signed in as Ada");
});

test("sign in: a recovery code instead, or back to the password", async () => {
  page.server.on(session, problem(401, "second_factor_required"));
  await page.open();
  await page.signIn("Ada", "pw");
  await page.press("[data-way=recovery]");
  assert.equal(page.textOf(".sign-in label"), "Recovery code");
  assert.equal(page.find("[name=code]").getAttribute("inputmode"), "text");
  await page.press("[data-way=back]");
  assert.equal(document.activeElement, page.find("[name=password]"));
  assert.equal(page.find<HTMLInputElement>("[name=password]").value, "");
});

test("sign in: who tried too often is told how long to wait", async () => {
  page.server.on(session, {
    ...problem(429, "too_many_requests"),
    headers: { "Retry-After": "600" },
  });
  await page.open();
  await page.signIn("Ada", "pw");
  assert.match(page.textOf(".sign-in .problem"), /You can try again in 10 minutes, at /);
});
