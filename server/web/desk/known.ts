// What has been seen in the lists of this visit, for filters to offer.

import type { DeskComment } from "../shared/desk-types.ts";

export interface Known {
  sites: ReadonlySet<string>;
  /** Ids, and what they are called. */
  stories: ReadonlyMap<string, string>;
  /** Pseudonyms, and the names they were seen with. */
  authors: ReadonlyMap<string, string>;
}

export class Seen {
  readonly #sites = new Set<string>();
  readonly #stories = new Map<string, string>();
  readonly #authors = new Map<string, string>();

  learn({ site, story, author }: DeskComment): void {
    this.#sites.add(site);
    this.#stories.set(story.id, story.title ?? story.id);
    this.#authors.set(author.pseudonym, author.name);
  }

  /** A new one each time, so that elements notice. */
  get known(): Known {
    return { sites: this.#sites, stories: this.#stories, authors: this.#authors };
  }
}
