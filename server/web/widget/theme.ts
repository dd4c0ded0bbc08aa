// Light or dark, as the page is.

export type Theme = "light" | "dark";

/**
 * The theme that goes with a page whose text has this colour. A page that never turned dark has
 * dark text, whatever the reader's system prefers, and must not get a dark widget.
 */
export function themeFor(color: string, prefersDark: boolean): Theme {
  const lightness = lightnessOf(color);
  if (lightness === undefined) return prefersDark ? "dark" : "light";
  return lightness > 0.5 ? "dark" : "light";
}

/** Between 0 and 1, of a computed colour; undefined where it is none that is written as RGB. */
function lightnessOf(color: string): number | undefined {
  const [, inner] = color.match(/^rgba?\(([^)]*)\)$/) ?? [];
  const [red, green, blue] = (inner ?? "").split(/[\s,/]+/).map(Number);
  if (red === undefined || green === undefined || blue === undefined) return undefined;
  const lightness = (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
  return Number.isFinite(lightness) ? lightness : undefined;
}

/** Calls back whenever the page may have changed its colours. Returns what ends it. */
export function watchPage(onChange: () => void): () => void {
  const media = globalThis.matchMedia?.("(prefers-color-scheme: dark)");
  media?.addEventListener("change", onChange);
  // Pages with a switch of their own set a class or an attribute on one of these.
  const observer = new MutationObserver(onChange);
  const attributes = { attributes: true, attributeFilter: ["class", "style", "data-theme"] };
  observer.observe(document.documentElement, attributes);
  if (document.body) observer.observe(document.body, attributes);
  return () => {
    media?.removeEventListener("change", onChange);
    observer.disconnect();
  };
}

export function prefersDark(): boolean {
  return globalThis.matchMedia?.("(prefers-color-scheme: dark)").matches ?? false;
}

export function prefersReducedMotion(): boolean {
  return globalThis.matchMedia?.("(prefers-reduced-motion: reduce)").matches ?? false;
}
