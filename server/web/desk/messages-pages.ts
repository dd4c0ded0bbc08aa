// The desk's pages, and the way between them.

export const pageMessages = {
  "page.label": "Pages of the desk",
  "page.menu": "Menu",
  "page.skip": "Skip to the page",
  "page.failed": "This page could not be loaded.",
  "page.reload": "Reload the desk",
  "page.queue": "Queue",
  "page.rules": "Rules",
  "page.audit": "Audit log",
  "page.statistics": "Statistics",
  "page.team": "Team",
  "page.account": "Account",
  "help.page": "Go to: {page}",
} as const;
