import "../testing/browser.ts";

import { backtestReport } from "./backtest-report.ts";

import assert from "node:assert/strict";
import { test } from "node:test";
import { render } from "lit";

import type { BacktestReport } from "../shared/rules-types.ts";
import { sampleReport } from "../testing/sample-rules.ts";
import { translatorFor } from "./messages.ts";

const asked = { by: "Ada", at: new Date().toISOString() };

function show(extra: Partial<BacktestReport> = {}): void {
  const page = document.createElement("div");
  document.body.replaceChildren(page);
  render(backtestReport(translatorFor("en"), asked, sampleReport(extra)), page);
}

function texts(selector: string): string[] {
  return [...document.querySelectorAll(selector)].map(
    ({ textContent }) => textContent?.replace(/\s+/g, " ").trim() ?? "",
  );
}

test("backtest report: how many, how many decided, how many would change", () => {
  show();
  assert.deepEqual(texts(".numbers li"), [
    "100 comments judged",
    "10 of them decided by moderators",
    "3 would change",
  ]);
  const [about] = texts(".report > p");
  assert.match(about ?? "", /bbbbbbbbbbbb compared with aaaaaaaaaaaa, by Ada, just/);
});

test("backtest report: verdicts that change come first, and agreement is compared", () => {
  show();
  const [verdicts, agreement, reasons] = texts("tbody");
  assert.equal(verdicts, "Published → Held 3 stays Published 97");
  assert.match(agreement ?? "", /Bad, and withheld 22 Good, and withheld 11/);
  assert.match(agreement ?? "", /Withheld rightly 66%66%/);
  assert.equal(reasons, "Shouting 4921");
});

test("backtest report: examples, with text as long as that is there", () => {
  const [example] = sampleReport().examples;
  assert(example);
  const { excerpt: _, ...gone } = example;
  show({ examples: [example, gone], unlike_stored: 2 });
  assert.deepEqual(texts(".examples li"), [
    "Published → Held Shouting SO LOUD",
    "Published → Held Shouting Its text is not there any more.",
  ]);
  assert(texts(".report > p").some((text) => text.startsWith("2 are judged otherwise now")));
});
