// Opens, pre-moderates or closes a story, and tells what became of that.

import type { DeskComment } from "../shared/desk-types.ts";
import { describeError } from "../shared/errors.ts";
import type { StoryState } from "../shared/types.ts";
import type { LiveQueue } from "./live-queue.ts";
import type { DeskTranslator } from "./messages.ts";
import type { Notices } from "./notices.ts";

/** False if it did not come to pass. */
export async function changeStory(
  queue: Pick<LiveQueue, "setStoryState">,
  { translator, notices }: { translator: DeskTranslator; notices: Notices },
  { site, story }: DeskComment,
  to: StoryState,
): Promise<boolean> {
  try {
    await queue.setStoryState(site, story.id, to);
  } catch (error) {
    const reason = describeError(translator, error);
    notices.tell("problem", translator.say("story.failed", { reason }));
    return false;
  }
  const values = { story: story.title ?? story.id, state: translator.say(`story.${to}`) };
  notices.tell("news", translator.say("story.changed", values));
  return true;
}
