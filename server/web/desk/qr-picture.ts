// A text as a QR code. Dark on light in any colour scheme: not every camera reads the other way.

import { svg, html, type TemplateResult } from "lit";
import { encode } from "uqr";

/** Modules of light around it, which readers need. */
const quietZone = 4;

export function qrPicture(text: string, label: string): TemplateResult {
  const { data, size } = encode(text, { ecc: "M", border: quietZone });
  return html`<svg
    class="qr"
    role="img"
    aria-label=${label}
    viewBox="0 0 ${size} ${size}"
    shape-rendering="crispEdges"
  >
    ${svg`<rect width=${size} height=${size} fill="#fff"></rect>
      <path d=${pathOf(data)} fill="#000"></path>`}
  </svg>`;
}

/** A row of dark modules is one bar. */
function pathOf(rows: boolean[][]): string {
  let path = "";
  rows.forEach((row, y) => {
    for (let x = 0; x < row.length; ++x) {
      const from = x;
      while (row[x]) ++x;
      if (x > from) path += `M${from} ${y}h${x - from}v1h-${x - from}z`;
    }
  });
  return path;
}
