// A moderator's decisions: what became of them is told, and offered to be taken back.

import type { DecisionAction, DeskComment } from "../shared/desk-types.ts";
import { ApiError } from "../shared/request.ts";
import type { BatchOutcome } from "./deciding.ts";
import type { LiveQueue } from "./live-queue.ts";
import type { DeskTranslator } from "./messages.ts";
import type { Notice, Notices } from "./notices.ts";
import { batchNotice, outcomeNotice, undoNotice } from "./outcome-text.ts";
import { searchOf } from "./place.ts";
import { UndoStack, type Undoable } from "./undo-stack.ts";

export interface DecisionsSettings {
  queue: LiveQueue;
  translator: DeskTranslator;
  notices: Notices;
  /** A decision was taken back: its first comment. */
  onBack: (id: string) => void;
}

export class Decisions {
  readonly #settings: DecisionsSettings;
  readonly #stack = new UndoStack();
  /** Only what has arrived can be taken back; until then, the last one is not known. */
  #onTheirWay: Promise<unknown> = Promise.resolve();

  constructor(settings: DecisionsSettings) {
    this.#settings = settings;
  }

  decide(comment: DeskComment, action: DecisionAction, reason?: string): Promise<void> {
    return this.#follow(this.#decide(comment, action, reason));
  }

  /** Many as one: one notice, and taken back at once. */
  decideAll(
    comments: readonly DeskComment[],
    action: DecisionAction,
    onProgress?: (done: number, all: number) => void,
    reason?: string,
  ): Promise<BatchOutcome> {
    return this.#follow(this.#decideAll(comments, action, onProgress, reason));
  }

  /** Tells what was done, and remembers how it is taken back. */
  offer({ kind, text }: Pick<Notice, "kind" | "text">, undoable: Undoable): void {
    const { translator, notices } = this.#settings;
    this.#stack.push(undoable);
    undoable.noticeId = notices.tell(kind, text, {
      label: translator.say("undo.undo"),
      key: "u",
      take: () => void this.#takeBack(undoable),
    });
  }

  async undoLast(): Promise<void> {
    const { translator, notices } = this.#settings;
    await this.#onTheirWay;
    const last = this.#stack.last;
    if (last) await this.#takeBack(last);
    else notices.tell("news", translator.say("undo.nothing"));
  }

  #follow<T>(deciding: Promise<T>): Promise<T> {
    const all = Promise.allSettled([this.#onTheirWay, deciding]);
    this.#onTheirWay = all.then(() => undefined);
    return deciding;
  }

  async #decide(comment: DeskComment, action: DecisionAction, reason?: string): Promise<void> {
    const { queue, translator, notices } = this.#settings;
    const where = searchOf(queue.place);
    const outcome = await queue.deciding.decide(comment.id, action, reason);
    if (!outcome) return;
    const { kind, text } = outcomeNotice(translator, outcome, { comment, action });
    if (outcome.kind === "done" && outcome.undo !== undefined)
      this.offer({ kind, text }, { comments: [comment], undos: [outcome.undo], where });
    else notices.tell(kind, text);
  }

  async #decideAll(
    comments: readonly DeskComment[],
    action: DecisionAction,
    onProgress?: (done: number, all: number) => void,
    reason?: string,
  ): Promise<BatchOutcome> {
    const { queue, translator, notices } = this.#settings;
    const where = searchOf(queue.place);
    const outcome = await queue.deciding.decideAll(comments, action, onProgress, reason);
    const { kind, text } = batchNotice(translator, outcome, action);
    const { done, undos } = outcome;
    if (undos.length > 0)
      this.offer({ kind, text }, { comments: done, undos, where });
    else notices.tell(kind, text);
    return outcome;
  }

  /** The last part first; what could not be reached is kept for another try. */
  async #takeBack(undoable: Undoable): Promise<void> {
    if (!this.#stack.remove(undoable)) return;
    const { queue, translator, notices, onBack } = this.#settings;
    if (undoable.noticeId !== undefined) notices.dismiss(undoable.noticeId);
    const undos = [...undoable.undos];
    const told: { back: number; missed: number; error?: unknown } = { back: 0, missed: 0 };
    let first: string | undefined;
    try {
      for (let undo = undos.pop(); undo !== undefined; undo = undos.pop()) {
        undos.push(undo);
        const results = await queue.deciding.takeBack(undo, undoable);
        undos.pop();
        const back = results.filter(({ status }) => status === "done");
        told.back += back.length;
        told.missed += results.length - back.length;
        first = back[0]?.comment ?? first;
      }
    } catch (error) {
      told.error = error;
      const isPassing = !(error instanceof ApiError) || error.code !== "undo_not_found";
      if (isPassing) this.#stack.push({ ...undoable, undos });
    }
    const { kind, text } = undoNotice(translator, undoable.comments, told);
    notices.tell(kind, text);
    if (first !== undefined) onBack(first);
  }
}
