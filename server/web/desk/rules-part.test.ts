import "../testing/browser.ts";

import { RulesPart } from "./rules-part.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

import { define } from "./light-element.ts";
import type { RulesWork } from "./rules-work.ts";

class SamplePart extends RulesPart {
  rendered = 0;

  protected override render(): unknown {
    ++this.rendered;
    return "";
  }
}

class SampleWork {
  readonly listeners = new Set<() => void>();
  listen(onChange: () => void): () => void {
    this.listeners.add(onChange);
    return () => this.listeners.delete(onChange);
  }
}

test("rules part: follows its work while it is on the page, and no other", async () => {
  define("rejoinder-sample-part", SamplePart);
  const part = document.createElement("rejoinder-sample-part") as SamplePart;
  const [one, other] = [new SampleWork(), new SampleWork()];
  part.work = one as unknown as RulesWork;
  document.body.append(part);
  await part.updateComplete;
  for (const tell of one.listeners) tell();
  await part.updateComplete;
  assert.equal(part.rendered, 2);

  part.work = other as unknown as RulesWork;
  await part.updateComplete;
  assert.deepEqual([one.listeners.size, other.listeners.size], [0, 1]);
  part.remove();
  assert.equal(other.listeners.size, 0);
  document.body.append(part);
  await part.updateComplete;
  assert.equal(other.listeners.size, 1);
});
