import { RulesDesk } from "../testing/rules-desk.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

let page: RulesDesk;
beforeEach(() => (page = new RulesDesk()));
afterEach(() => page.close());


const section = "[data-section=lists]";

test("list settings: a list is shown, counted, searched and changed", async () => {
  await page.show("edit");
  assert.equal(page.textOf(`${section} [name=list]`), "Suspect word: words.txt (2 entries)");
  await page.write(`${section} input[type=search]`, "ZORG");
  assert.match(page.textOf(`${section} .line-search`), /1 line Line 2: zorgle/);
  await page.write(`${section} textarea`, "zorgle\ngnarf\nflump\n");
  assert.equal(page.textOf(`${section} [name=list]`), "Suspect word: words.txt (3 entries)");
  await page.submit(".keeping");
  const [{ files } = {}] = page.sent("versions");
  assert.deepEqual(files, { "words.txt": "zorgle\ngnarf\nflump\n" });
});

test("list settings: what a hit is, in which language, whether it is only recorded", async () => {
  await page.show("edit");
  await page.set(`${section} [name=reason]`, "promotion");
  await page.set(`${section} [name=language]`, "de");
  await page.set(`${section} [name=silent]`, true);
  const rules = (await page.written()) as { filters: { words: { lists: unknown[] } } };
  assert.deepEqual(rules.filters.words.lists, [
    { file: "words.txt", reason: "promotion", language: "de", silent: true },
  ]);
});

test("list settings: a new list has a name of its own; a list is removed", async () => {
  await page.show("edit");
  await page.press("[data-add]");
  assert.equal(document.activeElement, page.find("[name=new-list]"));
  await page.write("[name=new-list]", "words.txt");
  await page.submit(`${section} form`);
  assert.match(page.textOf(`${section} form .problem`), /There is a list of that name\./);
  await page.write("[name=new-list]", "house.txt");
  await page.submit(`${section} form`);
  assert.equal(page.find<HTMLSelectElement>("[name=list]").value, "house.txt");
  await page.press("[data-remove]");
  assert.match(page.textOf(".notices"), /The list house\.txt is removed\./);
  assert.match(page.textOf(".keeping"), /^As kept\./);
});
