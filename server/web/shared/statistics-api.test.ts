import { StatisticsApi, statisticsDownload, type StatisticsFilter } from "./statistics-api.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

import { FakeServer } from "../testing/fake-server.ts";
import { DeskApi } from "./desk-api.ts";

const filter: StatisticsFilter = {
  since: "2026-10-01",
  until: "2026-10-08",
  by: "day",
  zone: "+01:00",
};

test("statistics api: a span is asked for, in one's own time", async () => {
  const server = new FakeServer().on("GET /api/v1/desk/statistics", { body: { by: "day" } });
  const { call } = new DeskApi("https://c.example", server.fetch);
  assert.equal((await new StatisticsApi(call).statistics(filter)).by, "day");
  assert.equal(server.requests[0]?.query.get("zone"), "+01:00");
  assert.equal(server.requests[0]?.query.get("site"), null);
});

test("statistics api: the same can be downloaded", () => {
  assert.equal(
    statisticsDownload({ ...filter, site: "courier" }),
    "/api/v1/desk/statistics?since=2026-10-01&until=2026-10-08&by=day&zone=%2B01%3A00" +
      "&site=courier&format=csv",
  );
});
