import { cardMessages } from "./messages-card.ts";

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

import { translatorFor } from "./messages.ts";

test("messages of the card: they are part of what the desk says", () => {
  const translator = translatorFor("en");
  const text = translator.say("cluster.waiting", { count: 27 });
  assert.equal(text, "27 comments of much the same text wait");
});

test("messages of the card: every filter there is has a name", () => {
  const folder = "../../moderation/filters";
  const sources = readdirSync(folder).filter((name) => name.endsWith(".hpp"));
  const text = sources.map((name) => readFileSync(`${folder}/${name}`, "utf8")).join("");
  const names = [...text.matchAll(/name\(\) const noexcept override \{ return "(\w+)"/g)];
  assert(names.length > 10);
  for (const [, name] of names) assert(`filter_name.${name}` in cardMessages, name);
});
