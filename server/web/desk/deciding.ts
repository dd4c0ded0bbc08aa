// Sends decisions, and what takes them back; the list follows at once, and again when it fails.

import type { DeskApi } from "../shared/desk-api.ts";
import type {
  Decision,
  DecisionAction,
  DecisionResult,
  DeskComment,
  DeskCommentInFull,
  UndoResult,
} from "../shared/desk-types.ts";
import { ApiError } from "../shared/request.ts";
import { asListed } from "./as-listed.ts";
import { isPossible, stateAfter } from "./decision.ts";
import { searchOf, type Place } from "./place.ts";
import type { ReviewList } from "./review-list.ts";
import type { SignInState } from "./sign-in-state.ts";
import type { Undoable } from "./undo-stack.ts";

/** What became of one's own decision. */
export type Outcome =
  | { kind: "done"; undo?: string }
  /** Somebody was quicker, or the comment was changed: `now` is how it is, where that is known. */
  | { kind: "conflict"; now?: DeskCommentInFull }
  | { kind: "not_found" }
  | { kind: "not_allowed" }
  | { kind: "failed"; error: unknown };

/** What became of many: those that were decided, how many were not, and what takes all back. */
export interface BatchOutcome {
  done: DeskComment[];
  missed: number;
  undos: string[];
  error?: unknown;
}

export interface DecidingSettings {
  api: DeskApi;
  signIn: SignInState;
  list: ReviewList;
  place: () => Place;
  onChange: () => void;
  /** The server has something new to tell by now. */
  onNews: () => void;
  /** So much is different that the list begins anew. */
  onUpheaval: () => void;
  /** The sentence that stays on a comment whose decision did not come to pass. */
  describe: (outcome: Outcome, comment: DeskComment) => string;
}

/** The server takes no more at once. */
const batchMax = 500;
/** More are not put back one by one. */
const putBackMax = 100;

export class Deciding {
  readonly #settings: DecidingSettings;
  readonly #takenBack = new Set<string>();
  #takenBackCount = 0;

  constructor(settings: DecidingSettings) {
    this.#settings = settings;
  }

  async decide(
    id: string,
    action: DecisionAction,
    reason?: string,
  ): Promise<Outcome | undefined> {
    const { list, onChange, onNews } = this.#settings;
    const entry = list.find(id);
    if (entry?.status !== "shown" || !isPossible(action, entry.comment)) return undefined;
    const { comment } = entry;
    list.decide(id, action);
    onChange();
    const outcome = await this.#send(comment, action, reason);
    this.#conclude(comment, action, outcome);
    // The feed may be away; the counts have changed in any case.
    onNews();
    onChange();
    return outcome;
  }

  /** Ends at the first part that fails; what was decided until then stays so. */
  async decideAll(
    comments: readonly DeskComment[],
    action: DecisionAction,
    onProgress: (done: number, all: number) => void = () => {},
    reason?: string,
  ): Promise<BatchOutcome> {
    const { onChange, onNews } = this.#settings;
    const open = comments.filter((comment) => isPossible(action, comment));
    const outcome: BatchOutcome = { done: [], missed: 0, undos: [] };
    for (let at = 0; at < open.length && outcome.error === undefined; at += batchMax) {
      const part = open.slice(at, at + batchMax);
      for (const { id } of part) this.#hide(id, action);
      onChange();
      await this.#sendPart(part, action, outcome, reason);
      onProgress(Math.min(open.length, at + part.length), open.length);
    }
    onNews();
    onChange();
    return outcome;
  }

  /** Takes one part of it back; its comments are where they were. */
  async takeBack(undo: string, { comments, where }: Undoable): Promise<UndoResult[]> {
    const { api, signIn, onChange, onNews, onUpheaval } = this.#settings;
    const results = await signIn.guard(() => api.undo(undo));
    this.#takenBackCount += 1;
    for (const { comment } of results) this.#takenBack.add(comment);
    if (results.length > putBackMax) onUpheaval();
    else this.#putBack(results, comments, where);
    onNews();
    onChange();
    return results;
  }

  /** Late news of one's own decision on it is no news any more. */
  hasTakenBack(id: string): boolean {
    return this.#takenBack.has(id);
  }

  /** Grows each time: a list that was asked for before is out of date. */
  get takenBackCount(): number {
    return this.#takenBackCount;
  }

  #putBack(
    results: readonly UndoResult[],
    comments: readonly DeskComment[],
    where: string,
  ): void {
    const { list, place } = this.#settings;
    const before = new Map(comments.map((comment) => [comment.id, comment]));
    const isHere = where === searchOf(place()) || place().state === "all";
    for (const { comment: id, status, state, revision } of results) {
      const comment = before.get(id);
      if (status !== "done" || !comment) continue;
      const now = { ...comment, state: state ?? comment.state };
      now.revision = revision ?? comment.revision;
      // An edit may be taken back after the comment was decided.
      const belongsHere = isHere && (now.state === comment.state || place().state === "all");
      if (belongsHere) list.bringBack(now);
      else if (list.find(id)?.comment.state !== now.state) list.settle(id);
    }
  }

  #hide(id: string, action: DecisionAction): void {
    const { list } = this.#settings;
    if (list.find(id)?.status === "shown") list.decide(id, action);
  }

  async #sendPart(
    part: DeskComment[],
    action: DecisionAction,
    outcome: BatchOutcome,
    reason: string | undefined,
  ): Promise<void> {
    const { api, signIn } = this.#settings;
    const decisions = part.map((comment) => decisionOn(comment, action, reason));
    let results = new Map<string, DecisionResult>();
    try {
      const decided = await signIn.guard(() => api.decide(decisions));
      results = new Map(decided.results.map((result) => [result.comment, result]));
      if (decided.undo !== undefined) outcome.undos.push(decided.undo);
    } catch (error) {
      outcome.error = error;
    }
    for (const comment of part) {
      const kind = results.get(comment.id)?.status;
      if (kind === "done") outcome.done.push(comment);
      else outcome.missed += 1;
      this.#conclude(comment, action, kind ? { kind } : failure(outcome.error));
    }
  }

  async #send(
    comment: DeskComment,
    action: DecisionAction,
    reason: string | undefined,
  ): Promise<Outcome> {
    const { api, signIn } = this.#settings;
    let result: DecisionResult | undefined;
    try {
      const { results, undo } = await signIn.guard(() =>
        api.decide([decisionOn(comment, action, reason)]),
      );
      [result] = results;
      if (result?.status === "done")
        return { kind: "done", ...(undo === undefined ? {} : { undo }) };
      if (result?.status === "conflict")
        return { kind: "conflict", now: await signIn.guard(() => api.comment(comment.id)) };
    } catch (error) {
      return result ? { kind: "conflict" } : failure(error);
    }
    return result ? { kind: result.status } : failure();
  }

  #conclude(comment: DeskComment, action: DecisionAction, outcome: Outcome): void {
    const { list, place, describe } = this.#settings;
    const { kind } = outcome;
    const now = kind === "conflict" ? outcome.now : undefined;
    if (list.find(comment.id)?.status !== "deciding") return;
    if (kind === "done" && place().state === "all")
      list.keep({
        ...comment,
        state: stateAfter[action],
        revision: comment.revision + 1,
        open_reports: 0,
      });
    else if (kind === "done" || kind === "not_found" || (now && now.state !== comment.state))
      list.settle(comment.id);
    else list.restore(comment.id, describe(outcome, comment), now && asListed(now));
  }
}

function decisionOn(
  { id, revision }: DeskComment,
  action: DecisionAction,
  reason: string | undefined,
): Decision {
  return { comment: id, revision, action, ...(reason ? { reason } : {}) };
}

function failure(error: unknown = new ApiError(0, "not_understood")): Outcome {
  return { kind: "failed", error };
}
