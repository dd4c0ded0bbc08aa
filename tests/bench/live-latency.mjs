// How long a comment takes from a reader's POST to another reader's screen, in headless Chromium.
// Usage: node tests/bench/live-latency.mjs [--comments 200] [--per-second 10]

import {parseArgs} from "node:util";

import {openArticle, startBrowser} from "../e2e/support/browser.mjs";
import {Server, until} from "../e2e/support/server.mjs";
import {percentile} from "./replay/sender.mjs";
import {madeUpRecords, submissionsFor} from "./replay/submissions.mjs";

const {values} = parseArgs({
  options: {
    comments: {type: "string", default: "200"},
    "per-second": {type: "string", default: "10"},
  },
});
const server = await Server.start();
const browser = await startBrowser();
try {
  const page = await openArticle(browser, server);
  await page.getByRole("button", {name: "Post Comment"}).waitFor();
  const story = await page.evaluate(() =>
    document.querySelector("rejoinder-comments").getAttribute("story"));

  // Notes when each comment is there and has been painted.
  await page.evaluate(() => {
    window.shownAt = {};
    const look = () => {
      for (const each of document.querySelector("rejoinder-comments").shadowRoot
        .querySelectorAll("[id^=comment-]"))
        window.shownAt[each.id] ??= performance.timeOrigin + performance.now();
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });

  const records = madeUpRecords(Number(values.comments) * 2).filter(({spam}) => spam === "0")
    .slice(0, Number(values.comments));
  const sent = new Map();
  const accepting = [];
  const began = performance.now();
  for (const [i, {comment, key}] of submissionsFor(records, "live").entries()) {
    const due = began + (i * 1000) / Number(values["per-second"]);
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    const at = performance.timeOrigin + performance.now();
    const answer = await server.post(story, comment, {"idempotency-key": key});
    accepting.push(performance.timeOrigin + performance.now() - at);
    sent.set(`comment-${(await answer.json()).id}`, at);
  }
  const shown = await until(async () => {
    const seen = await page.evaluate(() => window.shownAt);
    return [...sent.keys()].every((id) => seen[id]) && seen;
  }, "not every comment was shown");

  const took = [...sent].map(([id, at]) => shown[id] - at);
  const ms = (list, share) => percentile(list, share).toFixed(1).padStart(7);
  console.log(`${took.length} comments, ${values["per-second"]} a second   p50 ms   p99 ms`);
  console.log(`POST to 202                        ${ms(accepting, 0.5)}  ${ms(accepting, 0.99)}`);
  console.log(`POST to the other reader's screen  ${ms(took, 0.5)}  ${ms(took, 0.99)}`);
} finally {
  await browser.close();
  await server.discard();
}
