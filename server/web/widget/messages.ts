// What the widget says.

import type { OwnState } from "./own-comments.ts";
import { errorMessages } from "../shared/errors.ts";
import { chooseLanguage, Translator, type Catalogue } from "../shared/i18n.ts";

export const english = {
  ...errorMessages,

  "heading.count": { one: "{count} Comment", other: "{count} Comments" },
  "heading.none": "Comments",
  "form.heading": "Leave A Reply",
  "form.heading.reply": "Reply to {name}",
  "form.required": "Required fields are marked",
  "form.name": "Name",
  "form.email": "Email",
  "form.email.note": "Your email address will not be published.",
  "form.website": "Website",
  "form.comment": "Comment",
  "form.post": "Post Comment",
  "form.cancel": "Cancel",
  "form.left": { one: "{count} character left", other: "{count} characters left" },
  "form.over": { one: "{count} character too many", other: "{count} characters too many" },
  "form.sending": "Sending …",
  "form.waiting": {
    one: "{reason} Your comment is kept here and will be sent again in {count} second.",
    other: "{reason} Your comment is kept here and will be sent again in {count} seconds.",
  },
  "form.stopped": "{reason} Your comment has not been sent. It is kept here.",
  "form.again": "Try again",
  "form.now": "Try now",
  "form.stop": "Stop trying",
  "form.wait": {
    one: "You can try again in a minute.",
    other: "You can try again in {count} minutes.",
  },
  "form.received": "Thank you. Your comment has been received.",
  "form.check": {
    one: "Please check the marked field.",
    other: "Please check the {count} marked fields.",
  },
  "form.draft": "Here is the comment you had begun.",

  "own.submitted": "Received. It is being checked …",
  "own.pending": "Your comment is awaiting moderation.",
  "own.pending.note": "Only you can see it until it has been approved.",
  "own.published": "Your comment has been published.",
  "own.rejected": "Your comment was not published.",
  "own.rejected.note": "Only you can see it here.",
  "own.hide": "Hide",

  "story.closed": "Comments on this article are closed.",
  "story.pre_moderated": "Comments on this article are read by an editor before they appear.",

  "list.loading": "Loading comments …",
  "list.empty": "No comments yet. Yours could be the first.",
  "list.empty.closed": "There are no comments on this article.",
  "list.more": "Load more comments",
  "list.new": { one: "{count} new comment, show", other: "{count} new comments, show" },
  "list.retry": "Try again",

  "comment.reply": "Reply",
  "comment.reply.label": "Reply to {name}",
  "comment.in_reply_to": "in reply to {name}",
  "comment.new_replies": { one: "Show {count} new reply", other: "Show {count} new replies" },
  "comment.edited": "edited",
  "comment.website": "Website of {name}",
  "comment.you": "you",
  "comment.report": "Report",
  "comment.report.label": "Report the comment of {name}",
  "comment.edit": "Edit",
  "comment.withdraw": "Delete",

  "report.heading": "What is wrong with the comment of {name}?",
  "report.reason": "Reason",
  "report.offensive": "It is offensive",
  "report.abusive": "It attacks or insults somebody",
  "report.spam": "It is advertising",
  "report.illegal": "It is illegal",
  "report.other": "Something else",
  "report.text": "Explanation",
  "report.text.illegal": "What is illegal, and why?",
  "report.send": "Send report",
  "report.done": "Thank you. A moderator will look at it.",

  "edit.heading": "Change your comment",
  "edit.until": "You can change it until {time}.",
  "edit.save": "Save",
  "edit.done": "Your comment has been changed.",
  "edit.pending": "Your changed comment is awaiting moderation.",

  "withdraw.heading": "Delete your comment?",
  "withdraw.note": "Nobody will see it any more. Replies to it stay.",
  "withdraw.erase": "Also erase my name, address and text for good",
  "withdraw.confirm": "Delete",
  "withdraw.done": "Your comment has been deleted.",

  "time.now": "just now",
} as const satisfies Catalogue<string>;

export type MessageKey = keyof typeof english;
export type WidgetTranslator = Translator<MessageKey>;

/** What is said aloud when one's own comment has come to that state. */
export const ownAnnouncements: Record<OwnState, MessageKey | undefined> = {
  submitted: undefined,
  pending: "own.pending",
  published: "own.published",
  rejected: "own.rejected",
};

/** Speaks English, of the first of the wanted regions; it can learn other languages. */
export function translatorFor(...wanted: (string | null | undefined)[]): WidgetTranslator {
  return new Translator(chooseLanguage(wanted, ["en"]), english);
}
