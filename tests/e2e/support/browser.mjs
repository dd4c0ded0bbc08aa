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
export async function openArticle(browser, server, options = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(`${server.url}/demo/`);
  return page;
}
