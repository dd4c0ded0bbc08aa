// What the desk says.

import { errorMessages } from "../shared/errors.ts";
import { chooseLanguage, Translator, type Catalogue } from "../shared/i18n.ts";

const english = {
  ...errorMessages,
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
  "state.withdrawn": "Withdrawn",
  "state.erased": "Erased",
  "tabs.label": "Comments by state",
  "tabs.one": "{state}: {count}",

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
  "filter.clear": "Clear filters",

  "queue.label": "Comments",
  "queue.empty.pending": "Nothing is waiting. Well done.",
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

  "action.approve": "Approve",
  "action.reject": "Reject",
  "action.spam": "Spam",
  "done.approve": "Approved: the comment by {name}.",
  "done.reject": "Rejected: the comment by {name}.",
  "done.spam": "Marked as spam: the comment by {name}.",
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
  "details.parent": "In reply to {name}",
  "details.parent_gone": "The comment replied to is not there any more.",
  "details.failed": "The details could not be loaded. {reason}",
  "history.judged": "The filters decided: {to}",
  "history.decided": "{by}: {to}",
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
  "help.close": "Close",
  "help.move": "Next, previous comment",
  "help.approve": "Approve",
  "help.reject": "Reject",
  "help.spam": "Mark as spam",
  "help.details": "Details of the comment: what happened, what it replies to",
  "help.story": "Open, pre-moderate or close the story",
  "help.fresh": "Show new comments",
  "help.tabs": "Pending, published, rejected, spam",
  "help.filter": "Go to the filters",
  "help.help": "This help",
  "help.escape": "Close; leave the filters",

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
