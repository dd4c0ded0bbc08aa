// A picture for an author without one: initials on a colour.

import { html, type TemplateResult } from "lit";

/** FNV-1a: any salt gives some hue, and the same salt always the same. */
export function hueOf(salt: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < salt.length; ++i)
    hash = Math.imul(hash ^ salt.charCodeAt(i), 0x01000193) >>> 0;
  return hash % 360;
}

/** First letters of the first and the last word; what is no letter or digit is passed over. */
export function initialsOf(name: string): string {
  const letters = name
    .split(/\s+/)
    .map((word) => word.match(/[\p{L}\p{N}]\p{M}*/u)?.[0])
    .filter((letter) => letter !== undefined);
  const first = letters[0] ?? "";
  const last = letters.length > 1 ? (letters[letters.length - 1] ?? "") : "";
  return (first + last).toLocaleUpperCase();
}

/** Attributes rather than styles, which a page's content security policy may refuse. */
export function avatar(salt: string, name: string): TemplateResult {
  const fill = `hsl(${hueOf(salt)} 26% 40%)`;
  return html`<svg class="avatar" part="avatar" viewBox="0 0 40 40" aria-hidden="true">
    <circle cx="20" cy="20" r="20" fill=${fill}></circle>
    <text x="20" y="20" dy=".36em" text-anchor="middle" font-size="15" fill="#fff">
      ${initialsOf(name)}
    </text>
  </svg>`;
}
