// The links of a comment as its readers get them, and where they really lead.

import type { DeskComment } from "../shared/desk-types.ts";
import { readableHost } from "./host-text.ts";

export interface Link {
  /** What readers see of it. */
  text: string;
  /** As people read it; empty for an address that is none on the web. */
  host: string;
  /** As it is on the wire. */
  wireHost: string;
  /** The host that the text seems to name, where that is another. */
  seeming?: string;
}

const linksMax = 20;
const cache = new WeakMap<DeskComment, readonly Link[]>();

/** Each once. */
export function linksOf(comment: DeskComment): readonly Link[] {
  const known = cache.get(comment);
  if (known) return known;
  const links = comment.html.includes("<a ") ? read(comment.html) : [];
  cache.set(comment, links);
  return links;
}

function read(html: string): Link[] {
  // A template's content is not part of the page: nothing in it is fetched or runs.
  const template = document.createElement("template");
  template.innerHTML = html;
  const links = new Map<string, Link>();
  for (const anchor of template.content.querySelectorAll("a[href]")) {
    const href = anchor.getAttribute("href") ?? "";
    const text = anchor.textContent?.trim() ?? "";
    links.set(`${href} ${text}`, linkOf(href, text));
  }
  return [...links.values()].slice(0, linksMax);
}

function linkOf(href: string, text: string): Link {
  const wireHost = webHost(href);
  const host = readableHost(wireHost);
  const seeming = seemingHost(text);
  if (seeming === undefined || isSame(seeming, wireHost)) return { text, host, wireHost };
  return { text, host, wireHost, seeming };
}

function webHost(href: string): string {
  try {
    const url = new URL(href);
    return /^https?:$/.test(url.protocol) ? url.host : "";
  } catch {
    return "";
  }
}

/** What comes before an "@" looks like the host, and is not. */
function seemingHost(text: string): string | undefined {
  const [, authority] = text.match(/^(?:https?:\/\/)?([^\s/?#]+)/i) ?? [];
  const [, name] = authority?.match(/^([^@:]+\.[^@:.]{2,})(?=[@:]|$)/) ?? [];
  return name;
}

/** Written in whatever way: "www." leads nowhere else. */
function isSame(seeming: string, wireHost: string): boolean {
  const plain = (host: string) => host.replace(/:\d+$/, "").replace(/^www\./, "");
  return plain(webHost(`https://${seeming}`)) === plain(wireHost);
}
