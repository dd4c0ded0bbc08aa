// What every language has to say, in the parts that its file has.

import { english as desk } from "../desk/messages.ts";
import { errorMessages } from "../shared/errors.ts";
import type { Message } from "../shared/i18n.ts";
import { english as widget } from "../widget/messages.ts";

export type Sentences = Readonly<Record<string, Message>>;

export const parts = ["shared", "widget", "desk"] as const;
export type Part = (typeof parts)[number];

/** Widget and desk repeat a shared key where they say it in words of their own. */
export const english: Readonly<Record<Part, Sentences>> = {
  shared: errorMessages,
  widget: ownOf(widget),
  desk: ownOf(desk),
};

function ownOf(all: Sentences): Sentences {
  const shared: Sentences = errorMessages;
  return Object.fromEntries(Object.entries(all).filter(([key, text]) => shared[key] !== text));
}
