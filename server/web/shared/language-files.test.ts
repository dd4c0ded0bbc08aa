import { learn, languageOf, type Lesson } from "./language-files.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

import { Clock } from "../testing/clock.ts";
import { FakeServer } from "../testing/fake-server.ts";
import { Translator } from "./i18n.ts";
import type { Fetch } from "./request.ts";

const greeting = { hello: "Hello" } as const;
const german = { direction: "ltr", messages: { hello: "Guten Tag" } };
const file = "GET /languages/widget.de.json";

/** What is said each time that it is time to speak. */
async function said(fetch: Fetch, language = "de-AT"): Promise<string[]> {
  const translator = new Translator("en", greeting);
  const all: string[] = [];
  const onReady = () => all.push(`${translator.language}: ${translator.say("hello")}`);
  const lesson: Lesson = {
    ...{ language, server: "https://c.example", part: "widget" },
    ...{ fetch, onReady },
  };
  await learn(translator, lesson);
  return all;
}

test("language files: a language is fetched, and then spoken", async () => {
  const server = new FakeServer().on(file, { body: german });
  assert.deepEqual(await said(server.fetch), ["de-AT: Guten Tag"]);
  assert.equal(server.requests[0]?.credentials, "omit");
});

test("language files: English is there without asking", async () => {
  const server = new FakeServer();
  assert.deepEqual(await said(server.fetch, "en-GB"), ["en-GB: Hello"]);
  assert.equal(server.requests.length, 0);
});

test("language files: whatever fails, English is spoken at once", async () => {
  const answers = ["unreachable", { status: 404 }, { body: null }, { body: [] }] as const;
  for (const answer of answers) {
    const server = new FakeServer().on(file, answer);
    assert.deepEqual(await said(server.fetch), ["en: Hello"]);
  }
});

test("language files: who waits for long begins in English, until it comes", async () => {
  const clock = new Clock().install();
  try {
    const server = new FakeServer().on(file, { body: german });
    let answer = () => {};
    const late: Fetch = async (url, init) => {
      await new Promise<void>((done) => (answer = done));
      return server.fetch(url, init);
    };
    const all = said(late);
    await clock.advance(5_000);
    answer();
    assert.deepEqual(await all, ["en: Hello", "de-AT: Guten Tag"]);
    assert.equal(clock.pending, 0);
  } finally {
    clock.uninstall();
  }
});

test("language files: the first of the wanted languages that there is", () => {
  assert.equal(languageOf("xx", "uk-UA", "de"), "uk-UA");
  assert.equal(languageOf(null, "en-GB", "de"), "en-GB");
  assert.equal(languageOf("xx"), "en");
});
