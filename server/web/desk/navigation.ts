// From page to page: the address says which one, so that links, reload and the way back work.

import type { Moderator } from "../shared/desk-types.ts";
import { pageNameOf, pagesFor, type Page, type PageName } from "./pages.ts";

export class Navigation {
  readonly #onArrival: () => void;
  /** Where in the queue one was. */
  #queueSearch = "";
  #last: PageName = pageNameOf(location.search);

  /** `onArrival` is told of every page one comes to, also of the same one again. */
  constructor(onArrival: () => void) {
    this.#onArrival = onArrival;
  }

  /** Until `end` is called. */
  begin(): () => void {
    this.#remember();
    const follow = () => {
      const name = pageNameOf(location.search);
      this.#remember();
      if (name !== this.#last) this.#arrive();
    };
    window.addEventListener("popstate", follow);
    return () => window.removeEventListener("popstate", follow);
  }

  /** The one that the address names, or the queue where the moderator may not open that. */
  pageFor(moderator: Moderator | undefined): Page | undefined {
    const offered = pagesFor(moderator);
    return offered.find(({ name }) => name === pageNameOf(location.search)) ?? offered[0];
  }

  addressOf(name: PageName): string {
    return location.pathname + (name === "queue" ? this.#queueSearch : `?page=${name}`);
  }

  go(name: PageName): void {
    this.#push(this.addressOf(name));
  }

  /** Takes a click on a link within the desk; every other link is the browser's business. */
  readonly takeClick = (event: MouseEvent): void => {
    const link = (event.target as Element | null)?.closest?.<HTMLAnchorElement>("a[href]");
    const { ctrlKey, metaKey, shiftKey, altKey, button } = event;
    if (!link || event.defaultPrevented || ctrlKey || metaKey || shiftKey || altKey) return;
    if (button !== 0 || link.target || link.hasAttribute("download") || link.hash) return;
    if (link.origin !== location.origin || link.pathname !== location.pathname) return;
    event.preventDefault();
    this.#push(link.pathname + link.search);
  };

  #push(address: string): void {
    this.#remember();
    if (address !== location.pathname + location.search) history.pushState(null, "", address);
    this.#remember();
    this.#arrive();
  }

  #remember(): void {
    if (pageNameOf(location.search) === "queue") this.#queueSearch = location.search;
  }

  #arrive(): void {
    this.#last = pageNameOf(location.search);
    this.#onArrival();
  }
}
