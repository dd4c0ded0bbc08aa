// What the API's codes say to people.

import type { Catalogue, Speaker } from "./i18n.ts";
import { ApiError } from "./request.ts";
import type { FieldError } from "./types.ts";

/** Keys "error.CODE" for a whole answer, "field.FIELD.CODE" or "field.CODE" for one field. */
export const errorMessages = {
  "error.network": "The comments could not be reached. Are you online?",
  "error.timeout": "No answer came in time.",
  "error.not_understood": "The answer could not be understood.",
  "error.invalid_request": "The request could not be understood.",
  "error.invalid_comment": "Please check the marked fields.",
  "error.site_not_found": "This site has no comments here.",
  "error.story_not_found": "Nobody has commented on this article yet.",
  "error.comment_not_found": "This comment is not there any more.",
  "error.story_closed": "Comments on this article are closed.",
  "error.origin_not_allowed": "Comments from this page are not allowed.",
  "error.too_many_comments": "You have sent many comments in a short time.",
  "error.too_many_requests": "That was too often. Please wait a moment.",
  "error.temporarily_unavailable": "Comments cannot be taken at the moment.",
  "error.not_signed_in": "Please sign in.",
  "error.wrong_credentials": "The name or the password is not right.",
  "error.csrf_token_wrong": "Your session has changed. Please reload the page.",
  "error.not_allowed": "You may not do this.",
  "error.revision_conflict": "Somebody else has changed this comment meanwhile.",
  "error.undo_not_found": "This cannot be taken back any more.",
  "error.author_not_found": "Nothing is known of this author any more.",
  "error.ban_not_found": "This ban is not there any more.",
  "error.payload_too_large": "This is too long to be sent.",
  "error.unsupported_media_type": "The request could not be understood.",
  "error.author_token_wrong": "Only its author can do this, in the browser it was written in.",
  "error.not_stored_yet": "Your comment is still being checked. Please try again in a moment.",
  "error.edit_window_over": "The time for changing this comment is over.",
  "error.edit_rejected": "The comment cannot say that.",
  "error.reason_missing": "Please choose what is wrong.",
  "error.explanation_missing": "Please say what is illegal, and why.",
  "error.other": "That did not work.",

  "field.name.required": "Please enter your name.",
  "field.name.too_long": "This name is too long.",
  "field.email.required": "Please enter your email address.",
  "field.email.invalid": "Please enter a valid email address, such as name@example.org.",
  "field.email.too_long": "This email address is too long.",
  "field.website.invalid": "Please enter a web address, such as https://example.org.",
  "field.website.too_long": "This web address is too long.",
  "field.text.required": "Please write a comment.",
  "field.text.too_long": "Your comment is too long. Please shorten it.",
  "field.text.too_short": "Your comment is too short.",
  "field.parent.unknown": "The comment you reply to is not there any more.",
  "field.parent.closed": "The comment you reply to takes no replies.",
  "field.form_token.expired": "The form has been open for long. Please send it again.",
  "field.required": "Please fill in this field.",
  "field.too_long": "This is too long.",
  "field.too_short": "This is too short.",
  "field.invalid": "This is not valid.",
  "field.not_allowed": "This is not allowed here.",
  "field.unknown": "This is not known.",
  "field.closed": "This is closed.",
  "field.expired": "This has expired.",
} as const satisfies Catalogue<string>;

export type ErrorKey = keyof typeof errorMessages;

function isKnown(key: string): key is ErrorKey {
  return Object.hasOwn(errorMessages, key);
}

/** The sentence for a failed call, whatever was thrown. */
export function describeError(speaker: Speaker<ErrorKey>, error: unknown): string {
  const key = `error.${error instanceof ApiError ? error.code : "other"}`;
  const isSaid = isKnown(key) || speaker.knows?.(key) === true;
  return speaker.say(isSaid ? (key as ErrorKey) : "error.other");
}

/** The sentence for one field. An unknown code falls back on the server's own English. */
export function describeFieldError(
  speaker: Speaker<ErrorKey>,
  { field, code, message }: FieldError,
): string {
  for (const key of [`field.${field}.${code}`, `field.${code}`])
    if (isKnown(key)) return speaker.say(key);
  return message || speaker.say("field.invalid");
}
