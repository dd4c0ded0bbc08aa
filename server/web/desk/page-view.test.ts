import { DeskPage } from "../testing/desk-page.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { LightElement } from "./light-element.ts";
import type { Page } from "./pages.ts";
import type { PageNeeds, PageView } from "./page-view.ts";
import { translatorFor } from "./messages.ts";

let page: DeskPage;
beforeEach(() => (page = new DeskPage()));
afterEach(() => page.close());

class SamplePage extends LightElement {
  static override properties = { translator: { attribute: false } };

  protected override render(): unknown {
    const heading = document.createElement("h2");
    heading.textContent = "A sample";
    return heading;
  }
}

const sample: Page = {
  name: "audit",
  title: "page.audit",
  key: "l",
  tag: "rejoinder-sample-page",
  load: async () => {
    if (!customElements.get("rejoinder-sample-page"))
      customElements.define("rejoinder-sample-page", SamplePage);
  },
  mayOpen: () => true,
};

async function show(what: Page): Promise<PageView> {
  const view = document.createElement("rejoinder-page-view") as PageView;
  const needs = { translator: translatorFor("en"), suspended: false } as PageNeeds;
  Object.assign(view, { page: what, needs, arrivals: 1 });
  document.body.append(view);
  await page.clock.settle();
  return view;
}

test("page view: fetches the element, gives it what it needs, focuses its heading", async () => {
  const view = await show(sample);
  assert.equal(page.textOf("main"), "A sample");
  assert.equal(document.activeElement, page.find("h2"));
  assert.equal(document.title, "Audit log – Rejoinder Desk");
  const element = page.find<HTMLElement & PageNeeds>("rejoinder-sample-page");
  assert.equal(element.translator, view.needs.translator);
  view.needs = { ...view.needs, suspended: true };
  await page.clock.settle();
  assert(element.suspended);
});

test("page view: coming again focuses the heading again", async () => {
  const view = await show(sample);
  page.find("main").focus();
  view.arrivals = 2;
  await page.clock.settle();
  assert.equal(document.activeElement, page.find("h2"));
});

test("page view: what cannot be fetched is said", async () => {
  const broken = { ...sample, load: () => Promise.reject(new TypeError("Failed to fetch")) };
  await show(broken);
  assert.match(page.textOf("[role=alert]"), /^This page could not be loaded\./);
});
