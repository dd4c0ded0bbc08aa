// Changes of a comment's text: asked for on a sheet, saved, told, and taken back like a decision.

import { html } from "lit";

import type { DeskApi } from "../shared/desk-api.ts";
import type { DeskComment, EditForm } from "../shared/desk-types.ts";
import { ApiError } from "../shared/request.ts";
import { asListed } from "./as-listed.ts";
import type { Decisions } from "./decisions.ts";
import type { Draft } from "./edit-sheet.ts";
import type { LiveQueue } from "./live-queue.ts";
import type { Span } from "./masking.ts";
import type { DeskTranslator } from "./messages.ts";
import { searchOf } from "./place.ts";
import type { Sheets } from "./sheets.ts";
import type { SignInState } from "./sign-in-state.ts";

export type EditOutcome =
  | { kind: "done" }
  /** Somebody else was quicker. */
  | { kind: "conflict"; now: DeskComment }
  | { kind: "failed"; error: unknown };

type Change = { text: string; reason: string } | { mask: Span[]; reason: string };
export type SaveEdit = (comment: DeskComment, change: Change) => Promise<EditOutcome>;

export interface EditsSettings {
  api: DeskApi;
  signIn: SignInState;
  translator: DeskTranslator;
  sheets: Sheets;
  queue: LiveQueue;
  decisions: Decisions;
}

/** What its author has taken away has no text any more. */
export function isEditable({ state }: Pick<DeskComment, "state">): boolean {
  return state !== "withdrawn" && state !== "erased";
}

export class Edits {
  readonly #settings: EditsSettings;
  /** By comment: a sheet that is left by mistake loses nothing. */
  readonly #drafts = new Map<string, Draft>();

  constructor(settings: EditsSettings) {
    this.#settings = settings;
  }

  openEdit(comment: DeskComment): void {
    const { translator, sheets } = this.#settings;
    const draft = this.#drafts.get(comment.id);
    sheets.open({
      className: "editing",
      heading: translator.say("edit.heading", { name: comment.author.name }),
      content: (close) => html`<rejoinder-edit-sheet
        .translator=${translator}
        .comment=${comment}
        .draft=${draft}
        .save=${this.#save}
        .onDraft=${(written: Draft) => this.#keep(comment, written)}
        .onClose=${close}
      ></rejoinder-edit-sheet>`,
    });
  }

  openMask(comment: DeskComment): void {
    const { translator, sheets } = this.#settings;
    sheets.open({
      className: "editing",
      heading: translator.say("mask.heading", { name: comment.author.name }),
      content: (close) => html`<rejoinder-mask-sheet
        .translator=${translator}
        .comment=${comment}
        .save=${this.#save}
        .onClose=${close}
      ></rejoinder-mask-sheet>`,
    });
  }

  #keep({ id, text }: DeskComment, draft: Draft): void {
    if (draft.text === text) this.#drafts.delete(id);
    else this.#drafts.set(id, draft);
  }

  readonly #save: SaveEdit = async (comment, change) => {
    const { api, signIn, queue } = this.#settings;
    const form: EditForm = { revision: comment.revision, ...change };
    try {
      const edited = await signIn.guard(() => api.edit(comment.id, form));
      queue.renew(edited.comment);
      this.#drafts.delete(comment.id);
      this.#tell(comment, "mask" in change ? "mask.done" : "edit.done", edited.undo);
      return { kind: "done" };
    } catch (error) {
      return isConflict(error) ? this.#conflict(comment.id) : { kind: "failed", error };
    }
  };

  async #conflict(id: string): Promise<EditOutcome> {
    const { api, signIn, queue } = this.#settings;
    try {
      const now = await signIn.guard(() => api.comment(id));
      queue.renew(now);
      return { kind: "conflict", now: asListed(now) };
    } catch (error) {
      return { kind: "failed", error };
    }
  }

  #tell(before: DeskComment, key: "mask.done" | "edit.done", undo: string): void {
    const { translator, queue, decisions } = this.#settings;
    const text = translator.say(key, { name: before.author.name });
    const where = searchOf(queue.place);
    decisions.offer({ kind: "news", text }, { comments: [before], undos: [undo], where });
  }
}

function isConflict(error: unknown): boolean {
  return error instanceof ApiError && error.code === "revision_conflict";
}
