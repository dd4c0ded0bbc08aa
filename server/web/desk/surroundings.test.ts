import "../testing/browser.ts";

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";

import { Clock } from "../testing/clock.ts";
import { FakeServer } from "../testing/fake-server.ts";
import { translatorFor } from "./messages.ts";
import { Notices } from "./notices.ts";
import { defaultSettings, rememberedSettings } from "./settings.ts";
import { Surroundings } from "./surroundings.ts";

const arabic = { direction: "rtl", messages: { "action.approve": "قبول" } };

afterEach(() => localStorage.clear());

async function setUp() {
  const clock = new Clock();
  const server = new FakeServer().on("GET /languages/desk.ar.json", { body: arabic });
  Object.assign(globalThis, { fetch: server.fetch });
  const translator = translatorFor("en");
  const notices = new Notices(() => {});
  const said: string[] = [];
  const onReady = () => said.push(translator.say("action.approve"));
  const surroundings = new Surroundings({ translator, notices, onReady });
  surroundings.begin();
  return { clock, server, notices, said, surroundings, root: document.documentElement };
}

test("surroundings: in English, all is ready at once", async () => {
  const { said, surroundings, root, server } = await setUp();
  assert(surroundings.isReady);
  assert.deepEqual(said, ["Approve"]);
  assert.equal(root.lang, "en");
  assert.equal(root.dir, "ltr");
  assert.equal(server.requests.length, 0);
});

test("surroundings: another language turns the page around, and back", async () => {
  const { said, surroundings, root, clock } = await setUp();
  surroundings.take({ ...defaultSettings, language: "ar" });
  await clock.settle();
  assert.equal(root.lang, "ar");
  assert.equal(root.dir, "rtl");
  surroundings.take({ ...defaultSettings, language: "en" });
  assert.equal(root.dir, "ltr");
  assert.deepEqual(said, ["Approve", "قبول", "Approve"]);
});

test("surroundings: what was taken is remembered, and holds for notices", async () => {
  const { notices, surroundings, server } = await setUp();
  const settings = { ...defaultSettings, theme: "dark", undo_seconds: 60 } as const;
  surroundings.take(settings);
  assert.deepEqual(rememberedSettings(), settings);
  assert.equal(notices.offerForMs, 60_000);
  assert.equal(document.documentElement.dataset["theme"], "dark");
  assert.equal(server.requests.length, 0);
});
