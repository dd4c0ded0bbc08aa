// The sheets that a comment, its author and a filter lead to.

import { html } from "lit";

import type { DeskApi } from "../shared/desk-api.ts";
import type { DecisionAction, DeskComment, QueueState } from "../shared/desk-types.ts";
import { allMatching, type Collect } from "./all-matching.ts";
import type { DecideAll } from "./bulk-sheet.ts";
import { clusterOf } from "./cluster-line.ts";
import type { DeskTranslator } from "./messages.ts";
import type { Notices } from "./notices.ts";
import { byAuthor, byCluster, filterOf, type Place } from "./place.ts";
import type { Sheets } from "./sheets.ts";
import type { SignInState } from "./sign-in-state.ts";

export interface SheetNeeds {
  api: DeskApi;
  signIn: SignInState;
  translator: DeskTranslator;
  notices: Notices;
  sheets: Sheets;
  decideAll: DecideAll;
  onPlace: (place: Place) => void;
}

export function openAuthorSheet(needs: SheetNeeds, comment: DeskComment): void {
  const { api, signIn, translator, notices, sheets, onPlace } = needs;
  const { name, pseudonym } = comment.author;
  sheets.open({
    className: "author-sheet",
    heading: name,
    content: (close) => html`<rejoinder-author-sheet
      .translator=${translator}
      .api=${api}
      .signIn=${signIn}
      .notices=${notices}
      .comment=${comment}
      .onList=${() => {
        close();
        onPlace(byAuthor(pseudonym));
      }}
      .onRejectAll=${(onClosed: () => void) => openRejectAll(needs, comment, onClosed)}
    ></rejoinder-author-sheet>`,
  });
}

/** `reject` is told why, when the sheet is closed. */
export function openRejectSheet(
  { translator, sheets }: SheetNeeds,
  reject: (reason: string) => void,
): void {
  sheets.open({
    className: "reject-sheet",
    heading: translator.say("reject.heading"),
    content: (close) => html`<rejoinder-reject-sheet
      .translator=${translator}
      .onReject=${(reason: string) => void close().then(() => reject(reason))}
      .onClose=${close}
    ></rejoinder-reject-sheet>`,
  });
}

/** All that wait and are of much the same text: one decision, or a look at them. */
export function openClusterSheet(needs: SheetNeeds, comment: DeskComment): void {
  const { translator, sheets, onPlace } = needs;
  const cluster = clusterOf(comment);
  if (!cluster) return;
  const place = byCluster(cluster.id);
  sheets.open({
    className: "cluster-sheet",
    heading: translator.say("cluster.heading", { count: cluster.waiting }),
    content: (close) => html`<rejoinder-cluster-sheet
      .translator=${translator}
      .comment=${comment}
      .onDecide=${(action: DecisionAction) =>
        void close().then(() => openBulkSheet(needs, place, action))}
      .onList=${() => void close().then(() => onPlace(place))}
    ></rejoinder-cluster-sheet>`,
  });
}

/** Everything in a place, in sight or not. */
export function openBulkSheet(needs: SheetNeeds, place: Place, action: DecisionAction): void {
  const collect: Collect = (onProgress, isStopped) =>
    allMatching(needs, filterOf(place), onProgress, isStopped);
  open(needs, needs.translator.say("bulk.heading"), action, collect);
}

const publicOrWaiting: readonly QueueState[] = ["published", "pending"];

function openRejectAll(
  needs: SheetNeeds,
  { author }: DeskComment,
  onClosed: () => void,
): void {
  const collect: Collect = async (onProgress, isStopped) => {
    const all: DeskComment[] = [];
    for (const state of publicOrWaiting) {
      const before = all.length;
      const filter = { state, author: author.pseudonym };
      const tell = (found: number) => onProgress(before + found);
      all.push(...(await allMatching(needs, filter, tell, isStopped)));
    }
    return all;
  };
  const heading = needs.translator.say("author.reject_all.heading", { name: author.name });
  open(needs, heading, "reject", collect, onClosed);
}

function open(
  { translator, sheets, decideAll }: SheetNeeds,
  heading: string,
  action: DecisionAction,
  collect: Collect,
  onClosed: () => void = () => {},
): void {
  sheets.open({
    onClosed,
    className: "bulk",
    heading,
    content: (close) => html`<rejoinder-bulk-sheet
      .translator=${translator}
      .action=${action}
      .collect=${collect}
      .decideAll=${decideAll}
      .onClose=${close}
    ></rejoinder-bulk-sheet>`,
  });
}
