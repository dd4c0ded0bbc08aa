import "../testing/browser.ts";

import { Loading } from "./loading.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

import { html, render } from "lit";

import { ApiError } from "../shared/request.ts";
import { translatorFor } from "./messages.ts";

const host = { requestUpdate: () => {} };

function shown(loading: Loading<string>): string {
  const place = document.createElement("div");
  render(loading.show(translatorFor("en"), (value) => html`<b>${value}</b>`), place);
  return place.textContent?.replace(/\s+/g, " ").trim() ?? "";
}

test("loading: says that it is on its way, then shows what came", async () => {
  const loading = new Loading(host, async () => "here");
  assert.equal(shown(loading), "Loading …");
  await loading.load();
  assert.equal(shown(loading), "here");
  loading.set("changed");
  assert.equal(shown(loading), "changed");
});

test("loading: what failed says why, and offers another try", async () => {
  const answers = [() => Promise.reject(new ApiError(0, "network")), async () => "at last"];
  const loading = new Loading<string>(host, () => (answers.shift() ?? (async () => ""))());
  await loading.load();
  assert(loading.hasFailed);
  assert.equal(shown(loading), "The server could not be reached. Try again");
  await loading.load();
  assert.equal(shown(loading), "at last");
});

test("loading: only the answer to the latest question counts", async () => {
  const answers: ((value: string) => void)[] = [];
  const loading = new Loading<string>(host, () => new Promise((done) => answers.push(done)));
  const both = [loading.load(), loading.load()];
  answers[1]?.("new");
  answers[0]?.("old");
  await Promise.all(both);
  assert.equal(loading.value, "new");
  assert(!loading.isBusy);
});
