// What the desk says.

import { errorMessages } from "../shared/errors.ts";
import { chooseLanguage, Translator, type Catalogue } from "../shared/i18n.ts";
import { accountMessages } from "./messages-account.ts";
import { auditMessages } from "./messages-audit.ts";
import { cardMessages } from "./messages-card.ts";
import { filterMessages } from "./messages-filters.ts";
import { pageMessages } from "./messages-pages.ts";
import { ruleMessages } from "./messages-rules.ts";
import { statisticsMessages } from "./messages-statistics.ts";
import { teamMessages } from "./messages-team.ts";

/** All of it; what belongs to one page is in a file of its own. */
export const english = {
  ...errorMessages,
  ...accountMessages,
  ...auditMessages,
  ...pageMessages,
  ...ruleMessages,
  ...filterMessages,
  ...statisticsMessages,
  ...teamMessages,
  ...cardMessages,
  "error.network": "The server could not be reached.",
  "error.too_many_requests": "Too many attempts. Please wait a moment.",
  "error.temporarily_unavailable": "The server cannot do this at the moment.",
  "error.not_allowed": "Your role does not allow this.",
  "error.invalid_request": "These filters could not be understood.",

  "desk.title": "Rejoinder Desk",
  "desk.name": "Rejoinder",
  "desk.loading": "Loading …",
  "desk.skip": "Skip to the comments",
  "desk.signed_in": "Signed in as {name}",
  "desk.sign_out": "Sign out",
  "desk.live": "Live",
  "desk.connecting": "Connecting …",
  "desk.waiting": "Not live, trying again",
  "desk.viewer": "You may look at everything here, and decide nothing.",
  "desk.help": "Keys",

  "sign_in.heading": "Sign in to the desk",
  "sign_in.expired": "Your session has ended",
  "sign_in.expired.note": "Sign in again to go on where you were.",
  "sign_in.name": "Name",
  "sign_in.password": "Password",
  "sign_in.submit": "Sign in",
  "sign_in.busy": "Signing in …",
  "sign_in.missing": "Please enter your name and your password.",

  "state.pending": "Pending",
  "state.published": "Published",
  "state.rejected": "Rejected",
  "state.spam": "Spam",
  "state.reported": "Reported",
  "state.all": "All",
  "state.withdrawn": "Withdrawn",
  "state.erased": "Erased",
  "tabs.label": "Comments by state",
  "tabs.one": "{state}: {count}",

  "tabs.filtered": {
    one: "{state}: {count} comment matches",
    other: "{state}: {count} comments match",
  },
  "tabs.filtered.more": {
    one: "{state}: more than {count} comment matches",
    other: "{state}: more than {count} comments match",
  },

  "filter.label": "Filters",
  "filter.site": "Site",
  "filter.site.all": "All sites",
  "filter.story": "Story",
  "filter.story.all": "All stories",
  "filter.reason": "Found",
  "filter.reason.all": "Anything",
  "filter.sort": "Order",
  "filter.sort.oldest": "Oldest first",
  "filter.sort.newest": "Newest first",
  "filter.sort.reports": "Most reported first",
  "filter.text": "Search",
  "filter.text.hint": "Words or a name",
  "filter.section": "Section",
  "filter.section.hint": "/sport/",
  "filter.more": { one: "Filters ({count})", other: "Filters ({count})" },
  "filter.more.none": "Filters",
  "filter.author": "Author: {name}",
  "filter.author.remove": "Show comments of all authors, not only of {name}",
  "filter.counted": "{name} ({count})",
  "filter.clear": "Clear filters",

  "queue.label": "Comments",
  "queue.empty.pending": "Nothing is waiting. Well done.",
  "queue.empty.reported": "Readers have reported nothing that is still open.",
  "queue.empty.other": "There are no comments here.",
  "queue.empty.filtered": "No comments match these filters.",
  "queue.more": "Load more",
  "queue.fresh": { one: "{count} new comment", other: "{count} new comments" },
  "queue.retry": "Try again",
  "queue.stale": "This list may be out of date: {reason}",

  "card.label": "Comment by {name}",
  "card.in_reply": "In reply to another comment",
  "card.first": "First comment",
  "card.history": "{published} published, {rejected} rejected",
  "card.only_story": "Only this story",
  "card.open_story": "Open the story",
  "card.score": "Score {score}",
  "card.findings": "What the filters found",
  "card.nothing_found": "The filters found nothing.",
  "card.website": "Website of {name}",
  "card.details": "Details",
  "card.actions": "Decide on the comment by {name}",
  "card.select": "Select the comment by {name}",
  "card.reports": { one: "{count} report", other: "{count} reports" },

  "action.approve": "Approve",
  "action.keep": "Keep",
  "action.reject": "Reject",
  "action.spam": "Spam",
  "done.approve": "Approved: the comment by {name}.",
  "done.reject": "Rejected: the comment by {name}.",
  "done.spam": "Marked as spam: the comment by {name}.",
  "done.keep": "Kept: the comment by {name}. Its reports are dismissed.",
  "done.all.approve": { one: "{count} comment approved.", other: "{count} comments approved." },
  "done.all.reject": { one: "{count} comment rejected.", other: "{count} comments rejected." },
  "done.all.spam": {
    one: "{count} comment marked as spam.",
    other: "{count} comments marked as spam.",
  },
  "done.missed": {
    one: "{count} was changed meanwhile, and not decided.",
    other: "{count} were changed meanwhile, and not decided.",
  },

  "undo.undo": "Undo",
  "undo.one": "Taken back: the comment by {name} is as it was.",
  "undo.many": {
    one: "Taken back: {count} comment is as it was.",
    other: "Taken back: {count} comments are as they were.",
  },
  "undo.missed": {
    one: "{count} was changed since, and stays as it is.",
    other: "{count} were changed since, and stay as they are.",
  },
  "undo.nothing": "There is nothing to take back.",

  "select.label": "Selection",
  "select.count": { one: "{count} selected", other: "{count} selected" },
  "select.listed": { one: "Select it", other: "Select all {count}" },
  "select.none": "Select none",
  "select.matching": "All that match …",
  "select.all.approve": "Approve all",
  "select.all.reject": "Reject all",
  "select.all.spam": "All are spam",
  "bulk.heading": "All that match this filter",
  "bulk.finding": {
    one: "Looking: {count} comment so far …",
    other: "Looking: {count} comments so far …",
  },
  "bulk.ask.approve": { one: "Approve {count} comment?", other: "Approve {count} comments?" },
  "bulk.ask.reject": { one: "Reject {count} comment?", other: "Reject {count} comments?" },
  "bulk.ask.spam": {
    one: "Mark {count} comment as spam?",
    other: "Mark {count} comments as spam?",
  },
  "bulk.do.approve": "Approve {count}",
  "bulk.do.reject": "Reject {count}",
  "bulk.do.spam": "Mark {count} as spam",
  "bulk.progress": "{done} of {all} decided …",
  "bulk.note": "One Undo takes all of them back.",
  "bulk.nothing": "There is nothing to decide.",
  "bulk.cancel": "Cancel",

  "focus.place": "Comment {at} of {count} listed",
  "focus.empty": "Nothing is left here.",
  "focus.leave": "Leave focus mode",
  "focus.enter": "Focus mode",

  "author.about": "About this author",
  "author.first_seen": "First seen on {time}",
  "author.names": { one: "Name used", other: "Names used" },
  "author.comments": { one: "{count} comment", other: "{count} comments" },
  "author.all": "In all",
  "author.month": "Last 30 days",
  "author.counts": "{published} published, {pending} pending, {rejected} rejected or spam",
  "author.none": "No comments",
  "author.list": "List all comments",
  "author.reject_all": "Reject all published and pending\u00a0…",
  "author.reject_all.heading": "Reject all comments by {name}",

  "ban.heading": "Bans",
  "ban.none": "Never banned.",
  "ban.ban": "Ban …",
  "ban.where": "Where",
  "ban.scope.story": "Only on “{story}”",
  "ban.scope.site": "On the site {site}",
  "ban.scope.everywhere": "Everywhere",
  "ban.term": "For how long",
  "ban.term.day": "A day",
  "ban.term.week": "A week",
  "ban.term.month": "A month",
  "ban.term.year": "A year",
  "ban.term.good": "For good",
  "ban.reason": "Why (optional, for moderators)",
  "ban.submit": "Ban",
  "ban.done": "{name} is banned.",
  "ban.everywhere": "Everywhere",
  "ban.on_site": "On {site}",
  "ban.on_story": "On the story {story} of {site}",
  "ban.until": "until {time}",
  "ban.for_good": "for good",
  "ban.by": "By {by}, {time}.",
  "ban.lifted": "Lifted by {by}, {time}.",
  "ban.over": "Over.",
  "ban.lift": "Lift",
  "ban.lift.label": "Lift the ban: {where}",
  "ban.lift.done": "The ban is lifted.",

  "note.heading": "Notes of moderators",
  "note.none": "No notes.",
  "note.by": "{by}, {time}",
  "note.write": "New note, seen by moderators only",
  "note.submit": "Add note",
  "note.required": "Please write a note.",
  "note.done": "The note is kept.",

  "email.heading": "E-mail address",
  "email.show": "Show e-mail address …",
  "email.reason": "Why do you need it?",
  "email.note": "Your reason is kept with your name. The address is hidden again after a minute.",
  "email.required": "Please say why, in three letters at least.",
  "email.submit": "Show",
  "email.hide": "Hide",
  "email.hides": { one: "Hidden in {count} second", other: "Hidden in {count} seconds" },

  "sheet.close": "Close",
  "failed.decision": "Not decided. {reason}",
  "failed.gone": "This comment is not there any more.",
  "failed.not_allowed": "This comment cannot be decided any more.",
  "failed.changed": "This comment has been changed meanwhile. Please look at it again.",
  "conflict.published": "{by} has already approved the comment by {name}. Yours was not counted.",
  "conflict.rejected": "{by} has already rejected the comment by {name}. Yours was not counted.",
  "conflict.spam": "{by} has already marked the comment by {name} as spam. Yours was not counted.",
  "conflict.other": "The comment by {name} has been changed meanwhile. Yours was not counted.",

  "gone.published": "{by} approved the comment by {name}.",
  "gone.rejected": "{by} rejected the comment by {name}.",
  "gone.spam": "{by} marked the comment by {name} as spam.",
  "gone.withdrawn": "{name} has withdrawn this comment.",
  "gone.other": "The comment by {name} is not here any more.",
  "gone.you": "You, in another window,",
  "gone.filters": "The filters",

  "story.label": "Comments on this story",
  "story.change": "Change",
  "story.open": "Comments open",
  "story.open.note": "Comments appear as soon as the filters have passed them.",
  "story.pre_moderated": "Pre-moderated",
  "story.pre_moderated.note": "Comments appear when a moderator has approved them.",
  "story.closed": "Comments closed",
  "story.closed.note": "No new comments are taken.",
  "story.changed": "“{story}” is now: {state}.",
  "story.failed": "The story was not changed. {reason}",

  "details.history": "What happened",
  "details.failed": "The details could not be loaded. {reason}",
  "details.for_author": "What the author is told",
  "details.reports": { one: "{count} report", other: "{count} reports" },
  "report.offensive": "Offensive",
  "report.abusive": "Abusive",
  "report.spam": "Spam",
  "report.illegal": "Illegal",
  "report.other": "Another reason",
  "report.outcome.open": "open",
  "report.outcome.upheld": "upheld",
  "report.outcome.dismissed": "dismissed",
  "report.weight": "Counts {weight}",
  "history.judged": "The filters decided: {to}",
  "history.decided": "{by}: {to}",
  "history.undone": "Taken back by {by}: {to}",
  "history.edited": "Edited by {by}",
  "history.withdrawn": "Withdrawn by the author",
  "history.other": "{by}: {kind}",

  "reason.empty_text": "No text",
  "reason.too_short": "Too short",
  "reason.too_long": "Too long",
  "reason.banned_word": "Banned word",
  "reason.suspect_word": "Suspect word",
  "reason.disguised_word": "Disguised word",
  "reason.mild_word": "Delicate word",
  "reason.promotion": "Advertisement",
  "reason.blocked_host": "Blocked site",
  "reason.too_many_links": "Too many links",
  "reason.link_only": "Nothing but a link",
  "reason.link_in_name": "Link in the name",
  "reason.disguised_link": "Link in disguise",
  "reason.link_shortener": "Shortened link, target hidden",
  "reason.lookalike_host": "Site made to look like another",
  "reason.repeated_text": "Repeated text",
  "reason.copied_text": "Others wrote the same",
  "reason.flood": "Too many comments",
  "reason.shouting": "Shouting",
  "reason.contact_data": "Contact data",
  "reason.own_address": "Author’s own address, masked",
  "reason.new_author": "New author",
  "reason.unicode_abuse": "Stacked, reversed or hidden characters",
  "reason.blocked_email_domain": "Blocked e-mail domain",
  "reason.disposable_email_domain": "Throw-away e-mail address",
  "reason.banned_author": "Banned author",
  "reason.bad_record": "Author often rejected",
  "reason.impersonation": "Pretends to be another",
  "reason.other_language": "Other language",
  "reason.honeypot": "Hidden field filled in",
  "reason.no_form_token": "No token of the page",
  "reason.form_too_fresh": "Sent too quickly",
  "reason.form_stale": "Page loaded long ago",
  "reason.form_replayed": "Form sent again",
  "reason.old_story": "Old story",
  "reason.reported": "Reported by readers",
  "reason.filter_failed": "A filter could not do its work",
  "reason.pre_moderated": "Pre-moderated",

  "help.heading": "Keys",
  "help.move": "Next, previous comment",
  "help.approve": "Approve",
  "help.reject": "Reject",
  "help.spam": "Mark as spam",
  "help.undo": "Take the last decision back",
  "help.select": "Select, or not",
  "help.range": "Select up to here",
  "help.author": "About the author",
  "help.focus": "Focus mode: one comment at a time, and back",
  "help.selected": "While comments are selected, A, R and S decide on all of them.",
  "help.details": "Details of the comment: what happened, what it replies to",
  "help.story": "Open, pre-moderate or close the story",
  "help.fresh": "Show new comments",
  "help.tabs": "Pending, published, rejected, spam, reported, all",
  "help.filter": "Search; the filters",
  "help.help": "This help",
  "help.escape": "Close; leave the filters; select none",

  "notice.dismiss": "Dismiss",
  "time.now": "just now",
} as const satisfies Catalogue<string>;

export type MessageKey = keyof typeof english;
export type DeskTranslator = Translator<MessageKey>;

/** The reasons a filter may name, in the order they are offered. */
export const reasons = Object.keys(english)
  .filter((key) => key.startsWith("reason."))
  .map((key) => key.slice("reason.".length));

const catalogues: Record<string, Catalogue<MessageKey>> = { en: english };

/** In the first of the wanted languages that the desk speaks. */
export function translatorFor(...wanted: (string | null | undefined)[]): DeskTranslator {
  const language = chooseLanguage(wanted, Object.keys(catalogues));
  return new Translator(
    language,
    catalogues[language.toLowerCase().split("-")[0] ?? ""] ?? english,
  );
}

/** The sentence "PREFIX.VALUE" where there is one for this value, or "PREFIX.FALLBACK". */
export function keyOr(prefix: string, value: string | undefined, fallback: MessageKey): MessageKey {
  const key = `${prefix}.${value}`;
  return Object.hasOwn(english, key) ? (key as MessageKey) : fallback;
}

/** A reason's name; one this desk does not know yet is shown as the server spells it. */
export function reasonName(translator: DeskTranslator, reason: string): string {
  const key = `reason.${reason}`;
  return Object.hasOwn(english, key)
    ? translator.say(key as MessageKey)
    : reason.replaceAll("_", " ");
}
