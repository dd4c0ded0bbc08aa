// The globals of a browser, for tests that render. Import it before anything that imports Lit.

import { Window } from "happy-dom";

const window = new Window({ url: "https://paper.example/river/ferry?utm=1#top" });

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
  "matchMedia",
] as const;

for (const name of names) {
  const value = (window as unknown as Record<string, unknown>)[name];
  Object.defineProperty(globalThis, name, {
    value: typeof value === "function" && !/^[A-Z]/.test(name) ? value.bind(window) : value,
    configurable: true,
    writable: true,
  });
}
Object.defineProperty(globalThis, "window", { value: window, configurable: true });
Object.defineProperty(globalThis, "navigator", {
  value: { language: "en", languages: ["en"] },
  configurable: true,
});
