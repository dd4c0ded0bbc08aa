import "../testing/browser.ts";

import { qrPicture } from "./qr-picture.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

import { render } from "lit";

test("qr picture: dark modules on light, with room around them, and a name", () => {
  const place = document.createElement("div");
  render(qrPicture("otpauth://totp/x?secret=ABC", "QR code"), place);
  const picture = place.querySelector("svg");
  assert.equal(picture?.getAttribute("aria-label"), "QR code");
  const [, , size] = picture?.getAttribute("viewBox")?.split(" ").map(Number) ?? [];
  assert.equal(((size ?? 0) - 8 - 17) % 4, 0);
  const path = picture?.querySelector("path")?.getAttribute("d") ?? "";
  // The upper edge of the first finder pattern: seven dark modules, after four light ones.
  assert.match(path, /^M4 4h7v1h-7z/);
});
