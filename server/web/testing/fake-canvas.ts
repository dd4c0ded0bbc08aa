// A canvas on which everything may be drawn and nothing is seen. Import it after browser.ts.

import "./browser.ts";

/** The names of what was called, of all canvases. */
export const drawn: string[] = [];

const measured = { width: 10 };
const context = new Proxy<Record<string, unknown>>(
  {},
  {
    get: (properties, name: string) =>
      name in properties
        ? properties[name]
        : (..._: unknown[]) => {
            drawn.push(name);
            return name === "measureText" ? measured : undefined;
          },
    set: (properties, name: string, value) => {
      properties[name] = value;
      return true;
    },
  },
);

class FakePath {
  readonly moveTo = () => drawn.push("moveTo");
  readonly lineTo = () => drawn.push("lineTo");
  readonly rect = () => drawn.push("rect");
  readonly arc = () => drawn.push("arc");
  readonly addPath = () => {};
  readonly closePath = () => {};
}

const nobody = { matches: false, addEventListener() {}, removeEventListener() {} };
const canvas = (window as unknown as typeof globalThis).HTMLCanvasElement.prototype;
canvas.getContext = (() => context) as unknown as typeof canvas.getContext;
Object.assign(globalThis, {
  Path2D: FakePath,
  devicePixelRatio: 1,
  matchMedia: () => nobody,
  requestAnimationFrame: (run: () => void) => setTimeout(run, 16),
  cancelAnimationFrame: (id: number) => clearTimeout(id),
});
