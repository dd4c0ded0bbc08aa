// Somebody who works without a mouse.

import {until} from "./server.mjs";

const stepsMax = 150;

/** What has the focus: its role or tag, its name, and whether it is to be seen. */
function focused(page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    const label = element?.labels?.[0]?.textContent ?? element?.getAttribute("aria-label");
    return (label ?? element?.textContent ?? "").trim().replace(/\s+/g, " ");
  });
}

/** Presses Tab until something of that name has the focus. */
export async function tabTo(page, name) {
  const fits = (text) => typeof name === "string" ? text.startsWith(name) : name.test(text);
  for (let i = 0; i < stepsMax; i += 1) {
    if (fits(await focused(page))) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${stepsMax} times Tab do not lead to ${name}`);
}

/** Goes there and presses it. */
export async function activate(page, name) {
  await tabTo(page, name);
  await page.keyboard.press("Enter");
}

/** Goes there and writes. */
export async function write(page, name, text) {
  await tabTo(page, name);
  await page.keyboard.type(text);
}

/** Until an element has the focus. */
export async function whenFocused(page, selector) {
  await until(() => page.evaluate((wanted) =>
    Boolean(document.activeElement?.matches(wanted)), selector), `${selector} has no focus`);
}
