// Headless Chromium from the system's packages, driven by playwright-core.
import {createRequire} from "node:module";

const require = createRequire(new URL("../../../server/web/package.json", import.meta.url));
const {chromium} = require("playwright-core");

export async function startBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking",
      "--disable-component-update", "--disable-sync", "--no-first-run"],
  });
}

/** The demo article in a window of its own, as another reader would have it. */
export async function openArticle(browser, server, {story = "", ...options} = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  overhear(page);
  await page.goto(`${server.url}/demo/${story}`);
  return page;
}

const heard = new WeakMap();

/** Keeps all that the page is sent from now on. */
export function overhear(page) {
  const parts = [];
  heard.set(page, parts);
  page.on("response", (answer) => parts.push(answer.text().catch(() => "")));
  page.on("websocket", (socket) =>
    socket.on("framereceived", ({payload}) => parts.push(String(payload))));
}

/** All that the page has been sent, WebSocket messages too, as one text. */
export async function heardBy(page) {
  return (await Promise.all(heard.get(page))).join("\n");
}
