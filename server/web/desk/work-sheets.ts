// The sheets that work leads to: why a comment is rejected, all like it, its text, its author.

import type { DecisionAction, DeskComment } from "../shared/desk-types.ts";
import { isPossible } from "./decision.ts";
import { Edits, isEditable, type EditsSettings } from "./edits.ts";
import {
  openAuthorSheet,
  openBulkSheet,
  openClusterSheet,
  openRejectSheet,
  type SheetNeeds,
} from "./open-sheets.ts";
import type { Place } from "./place.ts";

export interface WorkSheetsSettings extends Omit<SheetNeeds, "decideAll">, EditsSettings {
  decide: (id: string, action: DecisionAction, reason: string) => void;
  decideSelection: (action: DecisionAction, reason: string) => void;
  /** A comment is worked on: others are told at once. */
  onOpen: (id: string) => void;
}

/** Viewers open none of those that decide or change anything. */
export class WorkSheets {
  readonly #settings: WorkSheetsSettings;
  readonly #edits: Edits;
  readonly #needs: SheetNeeds;

  constructor(settings: WorkSheetsSettings) {
    this.#settings = settings;
    this.#edits = new Edits(settings);
    this.#needs = {
      ...settings,
      decideAll: (comments, action, onProgress) =>
        settings.decisions.decideAll(comments, action, onProgress),
    };
  }

  openAuthor(comment: DeskComment): void {
    openAuthorSheet(this.#needs, comment);
  }

  /** Decides on everything that matches, in sight or not. */
  decideMatching(place: Place, action: DecisionAction): void {
    openBulkSheet(this.#needs, place, action);
  }

  /** Of one comment, or of those that are selected. */
  askReason(comment: DeskComment | "selected"): void {
    if (!this.#mayDecide) return;
    const { decide, decideSelection } = this.#settings;
    if (comment === "selected")
      openRejectSheet(this.#needs, (reason) => decideSelection("reject", reason));
    else if (isPossible("reject", comment))
      openRejectSheet(this.#needs, (reason) => decide(comment.id, "reject", reason));
  }

  openCluster(comment: DeskComment): void {
    if (this.#mayDecide) openClusterSheet(this.#needs, comment);
  }

  changeText(comment: DeskComment, how: "edit" | "mask"): void {
    if (!this.#mayDecide || !isEditable(comment)) return;
    this.#settings.onOpen(comment.id);
    if (how === "edit") this.#edits.openEdit(comment);
    else this.#edits.openMask(comment);
  }

  get #mayDecide(): boolean {
    return this.#settings.signIn.mayDecide;
  }
}
