import { AccountApi } from "./account-api.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

import { FakeServer } from "../testing/fake-server.ts";
import { DeskApi } from "./desk-api.ts";

const desk = "/api/v1/desk";

function setUp() {
  const server = new FakeServer();
  return { server, account: new AccountApi(new DeskApi("https://c.example", server.fetch).call) };
}

test("account api: a password is changed by who knows the old one", async () => {
  const { server, account } = setUp();
  server.on(`PUT ${desk}/password`, { status: 204 });
  await account.changePassword("old", "new");
  assert.deepEqual(server.requests[0]?.body, { old: "old", new: "new" });
});

test("account api: sessions are listed, and end one by one or all but this one", async () => {
  const { server, account } = setUp();
  server
    .on(`GET ${desk}/sessions`, { body: { sessions: [{ id: "a/b" }] } })
    .on(`DELETE ${desk}/sessions/a%2Fb`, { status: 204 })
    .on(`DELETE ${desk}/sessions`, { status: 204 });
  const [session] = await account.sessions();
  await account.endSession(session?.id ?? "");
  await account.endOtherSessions();
  assert.deepEqual(
    server.requests.map(({ method, path }) => `${method} ${path}`),
    [`GET ${desk}/sessions`, `DELETE ${desk}/sessions/a%2Fb`, `DELETE ${desk}/sessions`],
  );
});

test("account api: a second factor is begun, confirmed and taken off", async () => {
  const { server, account } = setUp();
  server
    .on(`POST ${desk}/two-factor`, { body: { secret: "ABC", uri: "otpauth://totp/x" } })
    .on(`PUT ${desk}/two-factor`, { body: { recovery_codes: ["aaaaa-bbbbb"] } })
    .on(`DELETE ${desk}/two-factor`, { status: 204 });
  assert.equal((await account.beginTwoFactor()).secret, "ABC");
  assert.deepEqual(await account.confirmTwoFactor("123456"), ["aaaaa-bbbbb"]);
  await account.endTwoFactor("pw");
  const sent = server.requests.map(({ body }) => body);
  assert.deepEqual(sent, [undefined, { code: "123456" }, { password: "pw" }]);
});

test("account api: tokens are made, listed and revoked", async () => {
  const { server, account } = setUp();
  server
    .on(`GET ${desk}/tokens`, { body: { tokens: [{ id: "7" }] } })
    .on(`POST ${desk}/tokens`, { status: 201, body: { id: "8", token: "rjd_x" } })
    .on(`DELETE ${desk}/tokens/7`, { status: 204 });
  assert.equal((await account.tokens())[0]?.id, "7");
  const form = { name: "export", scopes: ["read" as const], days: 30 };
  assert.equal((await account.makeToken(form)).token, "rjd_x");
  assert.deepEqual(server.requests[1]?.body, form);
  await account.revokeToken("7");
  assert.equal(server.asked(`DELETE ${desk}/tokens/7`).length, 1);
});
