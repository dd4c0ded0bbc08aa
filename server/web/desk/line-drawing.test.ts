import { drawn } from "../testing/fake-canvas.ts";

import { drawLines } from "./line-drawing.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

const look = {
  ...{ language: "en", by: "day" as const, font: "12px sans" },
  colourOf: () => "#123456",
};
const line = { name: "held", colour: "--chart-held" as const, dash: [2, 4], width: 2 };

function draw(asBars: boolean) {
  const place = document.createElement("div");
  document.body.append(place);
  const drawing = drawLines(
    {
      ...{ lines: [line], times: [86_400, 172_800, 259_200], values: [[1, 5, 2]], look, asBars },
      ...{ size: { width: 300, height: 200 }, hidden: new Set<string>(), onCursor: () => {} },
    },
    place,
  );
  return { place, drawing };
}

test("line drawing: draws, follows the size, and goes without a trace", async () => {
  const { place, drawing } = draw(false);
  await new Promise((done) => setTimeout(done, 20));
  assert(drawn.includes("lineTo"));
  assert.equal(place.querySelectorAll("canvas").length, 1);
  drawing.show(0, false);
  drawing.resize(200);
  drawing.remove();
  assert.equal(place.children.length, 0);
});

test("line drawing: or as bars", async () => {
  drawn.length = 0;
  const { drawing } = draw(true);
  await new Promise((done) => setTimeout(done, 20));
  assert(drawn.includes("rect"));
  drawing.remove();
});
