import { AuditApi, eventsDownload } from "./audit-api.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

import { FakeServer } from "../testing/fake-server.ts";
import { DeskApi } from "./desk-api.ts";

test("audit api: events are asked by filter", async () => {
  const body = { events: [{ id: "1", kind: "decided" }], next: null };
  const server = new FakeServer().on("GET /api/v1/desk/events", { body });
  const audit = new AuditApi(new DeskApi("https://c.example", server.fetch).call);
  assert.deepEqual(await audit.events({ actor: "Ada", site: "", limit: 50 }), body);
  assert.equal(String(server.requests[0]?.query), "actor=Ada&limit=50");
});

test("audit api: the same events can be downloaded", () => {
  const address = eventsDownload({ site: "courier" });
  assert.equal(address, "/api/v1/desk/events?site=courier&format=csv");
});
