// The globals of a browser, for tests that render. Import it before anything that imports Lit.

import { JSDOM, VirtualConsole } from "jsdom";

const { window } = new JSDOM("<!doctype html><body></body>", {
  url: "https://paper.example/river/ferry?utm=1#top",
  // Otherwise the page counts as one that nobody looks at.
  pretendToBeVisual: true,
  // Its own complaints are about style sheets newer than its parser.
  virtualConsole: new VirtualConsole(),
});

const names = [
  "CSSStyleSheet",
  "CustomEvent",
  "Document",
  "DocumentFragment",
  "Element",
  "Event",
  "HTMLElement",
  "HTMLScriptElement",
  "HTMLInputElement",
  "HTMLTextAreaElement",
  "KeyboardEvent",
  "MutationObserver",
  "Node",
  "ShadowRoot",
  "customElements",
  "document",
  "getComputedStyle",
  "history",
  "innerHeight",
  "localStorage",
  "location",
] as const;

for (const name of names) {
  const value = (window as unknown as Record<string, unknown>)[name];
  Object.defineProperty(globalThis, name, {
    value: typeof value === "function" && !/^[A-Z]/.test(name) ? value.bind(window) : value,
    configurable: true,
    writable: true,
  });
}
// Nothing has a size here, and nothing scrolls.
window.HTMLElement.prototype.scrollIntoView = () => {};
Object.defineProperty(globalThis, "window", { value: window, configurable: true });
Object.defineProperty(globalThis, "navigator", {
  value: { language: "en", languages: ["en"] },
  configurable: true,
});
