import { TeamApi } from "./team-api.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

import { FakeServer } from "../testing/fake-server.ts";
import { DeskApi } from "./desk-api.ts";

const desk = "/api/v1/desk";

test("team api: moderators are listed and changed, invited and not", async () => {
  const server = new FakeServer()
    .on(`GET ${desk}/users`, { body: { users: [{ id: "1" }], invitations: [{ id: "9" }] } })
    .on(`PATCH ${desk}/users/1`, { body: { id: "1", role: "viewer" } })
    .on(`POST ${desk}/invitations`, { status: 201, body: { id: "10", link: "https://x/" } })
    .on(`DELETE ${desk}/invitations/9`, { status: 204 });
  const team = new TeamApi(new DeskApi("https://c.example", server.fetch).call);
  const { users, invitations } = await team.team();
  assert.deepEqual([users[0]?.id, invitations[0]?.id], ["1", "9"]);
  assert.equal((await team.change("1", { role: "viewer", sites: null })).role, "viewer");
  assert.deepEqual(server.requests[1]?.body, { role: "viewer", sites: null });
  assert.equal((await team.invite({ name: "Jo", role: "moderator" })).link, "https://x/");
  await team.revokeInvitation("9");
  assert.equal(server.asked(`DELETE ${desk}/invitations/9`).length, 1);
});
