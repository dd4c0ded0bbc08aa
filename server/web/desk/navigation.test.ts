import "../testing/browser.ts";

import { Navigation } from "./navigation.ts";

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

const ada = { id: "1", name: "Ada", role: "moderator" };
let arrivals: string[];
let navigation: Navigation;
let end: () => void;
beforeEach(() => {
  history.replaceState(null, "", "/desk/?state=spam");
  arrivals = [];
  navigation = new Navigation(() => arrivals.push(location.search));
  end = navigation.begin();
  document.addEventListener("click", navigation.takeClick);
});
afterEach(() => {
  end();
  document.removeEventListener("click", navigation.takeClick);
});

function click(link: string, extra: MouseEventInit = {}): boolean {
  document.body.innerHTML = link;
  const event = new window.MouseEvent("click", { bubbles: true, cancelable: true, ...extra });
  // What is left to the browser must not leave this page.
  const stop = (left: Event) => left.preventDefault();
  let isTaken = false;
  const look = (seen: Event) => (isTaken = seen.defaultPrevented);
  document.addEventListener("click", look);
  document.addEventListener("click", stop);
  document.querySelector("a")?.dispatchEvent(event);
  document.removeEventListener("click", look);
  document.removeEventListener("click", stop);
  return isTaken;
}

test("navigation: goes to a page, and back to where one was in the queue", () => {
  assert.equal(navigation.pageFor(ada)?.name, "queue");
  navigation.go("rules");
  assert.equal(location.search, "?page=rules");
  assert.equal(navigation.pageFor(ada)?.name, "rules");
  assert.equal(navigation.addressOf("queue"), "/desk/?state=spam");
  navigation.go("queue");
  assert.deepEqual(arrivals, ["?page=rules", "?state=spam"]);
});

test("navigation: the browser's way back is followed, within the queue it is no arrival", () => {
  history.replaceState(null, "", "/desk/?page=rules");
  window.dispatchEvent(new Event("popstate"));
  history.replaceState(null, "", "/desk/?state=rejected");
  window.dispatchEvent(new Event("popstate"));
  history.replaceState(null, "", "/desk/");
  window.dispatchEvent(new Event("popstate"));
  assert.deepEqual(arrivals, ["?page=rules", "?state=rejected"]);
  assert.equal(navigation.addressOf("queue"), "/desk/");
});

test("navigation: a page that one may not open is the queue", () => {
  history.replaceState(null, "", "/desk/?page=team");
  assert.equal(navigation.pageFor(ada)?.name, "queue");
  assert.equal(navigation.pageFor(undefined), undefined);
});

test("navigation: links within the desk are taken, all others left alone", () => {
  assert(click('<a href="?page=rules">Rules</a>'));
  assert(click('<a href="/desk/?state=all&author=p">Their comments</a>'));
  assert.deepEqual(arrivals, ["?page=rules", "?state=all&author=p"]);
  assert(!click('<a href="/demo/">Demo</a>'));
  assert(!click('<a href="https://else.example/desk/">Else</a>'));
  assert(!click('<a href="#comments">Skip</a>'));
  assert(!click('<a href="?page=rules" target="_blank">New tab</a>'));
  assert(!click('<a href="?page=rules">New tab</a>', { ctrlKey: true }));
  assert.equal(arrivals.length, 2);
});
