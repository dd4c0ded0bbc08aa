// The pages of the desk, in the order of the navigation. `?page=NAME` in the address opens one.

import type { Moderator } from "../shared/desk-types.ts";
import type { MessageKey } from "./messages.ts";

export type PageName = "queue" | "rules" | "audit" | "statistics" | "team" | "account";

export interface Page {
  name: PageName;
  title: MessageKey;
  /** What leads there, after "g". */
  key: string;
  /**
   * The element that the page consists of; the queue's is always there. It has the properties of
   * `PageNeeds` in page-view.ts, and an `h2` that takes the focus when one comes to the page.
   */
  tag?: `rejoinder-${string}-page`;
  /** Fetches and defines it, when somebody goes there first. A page without one is not offered. */
  load?: () => Promise<void>;
  mayOpen: (moderator: Moderator) => boolean;
}

const anybody = () => true;
const isAdminOfAllSites = ({ role, sites }: Moderator) => role === "admin" && !sites;

export const pages: readonly Page[] = [
  { name: "queue", title: "page.queue", key: "q", mayOpen: anybody },
  {
    ...{ name: "rules", title: "page.rules", key: "r", mayOpen: anybody },
    tag: "rejoinder-rules-page",
    load: async () => (await import("./rules-page.ts")).defineElements(),
  },
  {
    ...{ name: "audit", title: "page.audit", key: "l", mayOpen: anybody },
    tag: "rejoinder-audit-page",
    load: async () => (await import("./audit-page.ts")).defineElements(),
  },
  {
    ...{ name: "statistics", title: "page.statistics", key: "s", mayOpen: anybody },
    tag: "rejoinder-statistics-page",
    load: async () => (await import("./statistics-page.ts")).defineElements(),
  },
  {
    ...{ name: "team", title: "page.team", key: "t", mayOpen: isAdminOfAllSites },
    tag: "rejoinder-team-page",
    load: async () => (await import("./team-page.ts")).defineElements(),
  },
  {
    ...{ name: "account", title: "page.account", key: "a", mayOpen: anybody },
    tag: "rejoinder-account-page",
    load: async () => (await import("./account-page.ts")).defineElements(),
  },
];

/** Those that the moderator may open. */
export function pagesFor(moderator: Moderator | undefined): Page[] {
  return pages.filter(
    (page) => (!page.tag || page.load) && moderator !== undefined && page.mayOpen(moderator),
  );
}

export function pageNameOf(search: string): PageName {
  const wanted = new URLSearchParams(search).get("page");
  return pages.find(({ name }) => name === wanted)?.name ?? "queue";
}
