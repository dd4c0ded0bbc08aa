// What each command does, by the hands of whoever works.

import type { DecisionAction } from "../shared/desk-types.ts";
import type { Command } from "./hotkeys.ts";

export interface Hands {
  move: (step: number) => void;
  decide: (action: DecisionAction) => void;
  rejectWithReason: () => void;
  cluster: () => void;
  undo: () => void;
  choose: (isRange: boolean) => void;
  unfold: (what: "details" | "story") => void;
  mask: () => void;
  edit: () => void;
  author: () => void;
  focusMode: () => void;
  blur: () => void;
  reveal: () => void;
  filter: () => void;
  help: () => void;
  close: () => void;
  tab: (index: number) => void;
}

export const commandTable: Readonly<Record<Command, (hands: Hands) => void>> = {
  next: ({ move }) => move(1),
  previous: ({ move }) => move(-1),
  approve: ({ decide }) => decide("approve"),
  reject: ({ decide }) => decide("reject"),
  spam: ({ decide }) => decide("spam"),
  reject_reason: ({ rejectWithReason }) => rejectWithReason(),
  cluster: ({ cluster }) => cluster(),
  undo: ({ undo }) => undo(),
  select: ({ choose }) => choose(false),
  select_range: ({ choose }) => choose(true),
  details: ({ unfold }) => unfold("details"),
  mask: ({ mask }) => mask(),
  edit: ({ edit }) => edit(),
  author: ({ author }) => author(),
  story: ({ unfold }) => unfold("story"),
  blur: ({ blur }) => blur(),
  focus: ({ focusMode }) => focusMode(),
  fresh: ({ reveal }) => reveal(),
  filter: ({ filter }) => filter(),
  help: ({ help }) => help(),
  close: ({ close }) => close(),
  tab1: ({ tab }) => tab(0),
  tab2: ({ tab }) => tab(1),
  tab3: ({ tab }) => tab(2),
  tab4: ({ tab }) => tab(3),
  tab5: ({ tab }) => tab(4),
  tab6: ({ tab }) => tab(5),
};
