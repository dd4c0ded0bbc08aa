import { RulesDesk, rulesPath } from "../testing/rules-desk.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { problem } from "../testing/fake-server.ts";

let page: RulesDesk;
beforeEach(() => (page = new RulesDesk()));
afterEach(() => page.close());


const differences = `GET ${rulesPath}/differences`;
const part = "rejoinder-rules-differences";

test("rules differences: settings and lists, before and after", async () => {
  await page.show("versions");
  assert.match(page.textOf(`${part} tbody`), /policy\.weights\.flood not said 7/);
  assert.match(page.textOf(".list-difference"), /words\.txt 1 entry removed old 2 entries added/);
});

test("rules differences: long lists are told by their number", async () => {
  const added = Array.from({ length: 70 }, (_, index) => `word${index}`);
  const lists = [{ name: "words.txt", removed: [], added }];
  page.server.on(differences, { body: { keys: [], lists } });
  await page.show("versions");
  assert.equal(page.count("ul.added li"), 51);
  assert.match(page.textOf("ul.added li:last-child"), /and 20 more/);
});

test("rules differences: that there is none, and what went wrong, are said", async () => {
  page.server.on(differences, { body: { keys: [], lists: [] } });
  await page.show("versions");
  assert.equal(page.textOf(part), "There is no difference.");
  page.server.on(differences, problem(404, "rules_not_found"));
  await page.choose(`[name=to]`, "bbbbbbbbbbbb");
  assert.equal(page.textOf(part), "This version is not kept any more.");
});
