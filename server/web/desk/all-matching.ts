// All comments that match a filter, page after page.

import type { DeskApi } from "../shared/desk-api.ts";
import type { DeskComment, DeskFilter } from "../shared/desk-types.ts";
import type { SignInState } from "./sign-in-state.ts";

/** The server may give fewer at once. */
const pageSize = 500;
/** More than a moderator answers for at once; the rest still matches afterwards. */
export const matchingMax = 20_000;

export type Collect = (
  onProgress: (found: number) => void,
  isStopped: () => boolean,
) => Promise<DeskComment[]>;

export async function allMatching(
  { api, signIn }: { api: DeskApi; signIn: SignInState },
  filter: DeskFilter,
  onProgress: (found: number) => void,
  isStopped: () => boolean,
): Promise<DeskComment[]> {
  const found = new Map<string, DeskComment>();
  let cursor: string | null | undefined;
  while (cursor !== null && !isStopped() && found.size < matchingMax) {
    const paging = { limit: pageSize, ...(cursor === undefined ? {} : { cursor }) };
    const page = await signIn.guard(() => api.comments({ ...filter, ...paging }));
    for (const comment of page.comments) found.set(comment.id, comment);
    onProgress(found.size);
    cursor = page.next;
  }
  return [...found.values()].slice(0, matchingMax);
}
