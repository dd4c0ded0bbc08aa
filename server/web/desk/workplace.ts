// What a signed-in moderator has before them: tabs, filters, comments, and keys to work with.

import { html, nothing, type PropertyValues, type TemplateResult } from "lit";

import type { DeskApi } from "../shared/desk-api.ts";
import type { DecisionAction, DeskComment, QueueState } from "../shared/desk-types.ts";
import { describeError } from "../shared/errors.ts";
import type { StoryState } from "../shared/types.ts";
import { departureText, type CardContext } from "./comment-card.ts";
import type { FilterBar } from "./filter-bar.ts";
import { listenForKeys, type Command } from "./hotkeys.ts";
import { LightElement } from "./light-element.ts";
import { LiveQueue } from "./live-queue.ts";
import type { DeskTranslator } from "./messages.ts";
import type { Notices } from "./notices.ts";
import { outcomeNotice, problemText } from "./outcome-text.ts";
import { inState, placeOf, searchOf, states, type Place } from "./place.ts";
import type { ReviewQueue } from "./review-queue.ts";
import type { SignInState } from "./sign-in-state.ts";

/** "5 minutes ago" goes on. */
const tickMs = 30_000;

/**
 * Properties: `api`, `signIn`, `translator`, `notices`; `suspended` while the session has ended;
 * `isCovered` while keys are for something in front; `onFeed`, told how the connection is;
 * `onHelp`.
 */
export class Workplace extends LightElement {
  static override properties = {
    api: { attribute: false },
    signIn: { attribute: false },
    translator: { attribute: false },
    notices: { attribute: false },
    suspended: { attribute: false },
    isCovered: { attribute: false },
    onFeed: { attribute: false },
    onHelp: { attribute: false },
  };

  declare api: DeskApi;
  declare signIn: SignInState;
  declare translator: DeskTranslator;
  declare notices: Notices;
  declare suspended: boolean;
  declare isCovered: boolean;
  declare onFeed: (state: LiveQueue["feedState"]) => void;
  declare onHelp: () => void;

  readonly #known = { sites: new Set<string>(), stories: new Map<string, string>() };
  #queue: LiveQueue | undefined;
  #selected: string | undefined;
  #unfolded: CardContext["unfolded"];
  #endings: (() => void)[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    const wake = () => {
      if (document.visibilityState === "visible") this.#queue?.wake();
    };
    const ticking = setInterval(() => this.requestUpdate(), tickMs);
    window.addEventListener("popstate", this.#followAddress);
    window.addEventListener("online", wake);
    document.addEventListener("visibilitychange", wake);
    this.#endings = [
      listenForKeys((command, event) => this.#obey(command, event)),
      () => clearInterval(ticking),
      () => window.removeEventListener("popstate", this.#followAddress),
      () => window.removeEventListener("online", wake),
      () => document.removeEventListener("visibilitychange", wake),
    ];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const end of this.#endings) end();
    // Forgotten first: what it still tells is of no interest any more.
    const queue = this.#queue;
    this.#queue = undefined;
    queue?.stop();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#queue ??= this.#makeQueue();
    if (!changed.has("suspended")) return;
    if (this.suspended) this.#queue.stop();
    else this.#queue.start();
  }

  protected override render(): TemplateResult | typeof nothing {
    const queue = this.#queue;
    if (!queue) return nothing;
    const { translator } = this;
    const { place, counts } = queue;
    return html`
      <rejoinder-state-tabs
        .translator=${translator}
        .place=${place}
        .counts=${counts}
        .onChoose=${(state: QueueState) => this.#go(inState(queue.place, state))}
      ></rejoinder-state-tabs>
      <rejoinder-filter-bar
        .translator=${translator}
        .place=${place}
        .known=${{ ...this.#known }}
        .onPlace=${(to: Place) => this.#go(to)}
      ></rejoinder-filter-bar>
      ${this.signIn.mayDecide
        ? nothing
        : html`<p class="hint">${translator.say("desk.viewer")}</p>`}
      <p class="unseen" role="status">${this.#whereText(queue)}</p>
      <main id="comments" tabindex="-1">
        <div id="queue-panel" role="tabpanel" aria-labelledby="tab-${place.state}">
          <rejoinder-review-queue
            .queue=${queue}
            .context=${this.#context()}
            .onReveal=${() => void this.#reveal()}
            .onMore=${() => void queue.loadMore()}
          ></rejoinder-review-queue>
        </div>
      </main>
    `;
  }

  #makeQueue(): LiveQueue {
    const { api, signIn, translator } = this;
    return new LiveQueue(placeOf(location.search), {
      api,
      signIn,
      onChange: () => this.#queueChanged(),
      onDeparture: (comment, event) => this.#tellDeparture(comment, event),
      describe: (outcome) => problemText(translator, outcome),
    });
  }

  #queueChanged(): void {
    const queue = this.#queue;
    if (!queue) return;
    for (const { comment } of queue.list.entries) {
      this.#known.sites.add(comment.site);
      this.#known.stories.set(comment.story.id, comment.story.title ?? comment.story.id);
    }
    // There is always one that the keys are for.
    if (queue.phase === "ready" && !queue.list.find(this.#selected))
      this.#selected = queue.list.shown[0]?.comment.id;
    this.onFeed(queue.feedState);
    this.#nameWindow(queue);
    this.requestUpdate();
  }

  /** "(12) Pending – Rejoinder Desk", to be seen from another window. */
  #nameWindow({ place, counts }: LiveQueue): void {
    const { translator } = this;
    const waiting = counts?.pending ? `(${counts.pending}) ` : "";
    const state = translator.say(`state.${place.state}`);
    document.title = `${waiting}${state} – ${translator.say("desk.title")}`;
  }

  #whereText({ phase, place, counts }: LiveQueue): string {
    const { translator } = this;
    if (phase === "loading") return translator.say("desk.loading");
    if (phase === "failed" || counts === undefined) return "";
    const state = translator.say(`state.${place.state}`);
    return translator.say("tabs.one", { state, count: counts[place.state] });
  }

  #context(): CardContext {
    const { translator, signIn, api } = this;
    return {
      translator,
      now: new Date(Date.now()),
      me: signIn.moderator?.name ?? "",
      mayDecide: signIn.mayDecide,
      selected: this.#selected,
      unfolded: this.#unfolded,
      onDecide: (id, action) => void this.#decide(id, action),
      onSelect: (id) => this.#select(id),
      onUnfold: (id, what) => this.#unfold(id, what),
      onStoryState: (comment, state) => this.#changeStory(comment, state),
      onOnlyStory: ({ site, story }) => this.#onlyStory(site, story.id),
      load: (id) => signIn.guard(() => api.comment(id)),
    };
  }

  #go(place: Place): void {
    history.pushState(null, "", searchOf(place) || location.pathname);
    this.#show(place);
  }

  #show(place: Place): void {
    this.#selected = undefined;
    this.#unfolded = undefined;
    this.#queue?.show(place);
  }

  /** Also called for an address that only points elsewhere on the same page. */
  readonly #followAddress = (): void => {
    const place = placeOf(location.search);
    if (this.#queue && searchOf(place) !== searchOf(this.#queue.place)) this.#show(place);
  };

  #onlyStory(site: string, story: string): void {
    if (this.#queue) this.#go({ ...this.#queue.place, site, story });
  }

  #select(id: string): void {
    if (id === this.#selected) return;
    this.#selected = id;
    this.requestUpdate();
  }

  async #focusOn(id: string | undefined): Promise<void> {
    if (id === undefined) return;
    this.#select(id);
    await this.updateComplete;
    const list = this.querySelector<ReviewQueue>("rejoinder-review-queue");
    await list?.updateComplete;
    const card = list?.card(id);
    await card?.updateComplete;
    card?.focusCard();
    card?.scrollIntoView({ block: "nearest" });
  }

  #move(step: number): void {
    const to = this.#queue?.list.neighbour(this.#selected, step)?.id;
    this.#queue?.sweep();
    void this.#focusOn(to);
  }

  async #reveal(): Promise<void> {
    const first = await this.#queue?.reveal();
    await this.#focusOn(first?.id);
  }

  async #decide(id: string, action: DecisionAction): Promise<void> {
    const queue = this.#queue;
    const comment = queue?.list.find(id)?.comment;
    if (!queue || !comment || !this.signIn.mayDecide) return;
    const { list } = queue;
    const next = [list.neighbour(id, 1), list.neighbour(id, -1)].find((one) => one?.id !== id);
    const deciding = queue.decide(id, action);
    const isOnItsWay = list.find(id)?.status === "deciding";
    if (isOnItsWay && next) void this.#focusOn(next.id);
    else if (isOnItsWay) this.querySelector<HTMLElement>("main")?.focus();

    const outcome = await deciding;
    if (!outcome) return;
    const { kind, text } = outcomeNotice(this.translator, outcome, { comment, action });
    this.notices.tell(kind, text);
  }

  #tellDeparture(comment: DeskComment, departure: { by: string; to: string }): void {
    const { translator, signIn } = this;
    const me = signIn.moderator?.name ?? "";
    const entry = { comment, status: "gone", departure } as const;
    this.notices.tell("news", departureText(entry, { translator, me }));
  }

  #unfold(id: string, what: "details" | "story"): void {
    const isOpen = this.#unfolded?.id === id && this.#unfolded.what === what;
    this.#unfolded = isOpen ? undefined : { id, what };
    this.requestUpdate();
  }

  async #changeStory({ site, story, id }: DeskComment, state: StoryState): Promise<void> {
    const { translator, notices } = this;
    try {
      await this.#queue?.setStoryState(site, story.id, state);
    } catch (error) {
      const reason = describeError(translator, error);
      notices.tell("problem", translator.say("story.failed", { reason }));
      return;
    }
    const values = { story: story.title ?? story.id, state: translator.say(`story.${state}`) };
    notices.tell("news", translator.say("story.changed", values));
    this.#unfolded = undefined;
    await this.#focusOn(id);
  }

  #close(): void {
    this.#unfolded = undefined;
    this.requestUpdate();
    void this.#focusOn(this.#selected);
  }

  #obey(command: Command, event: Event): void {
    if (this.suspended || this.isCovered) return;
    event.preventDefault();
    const id = this.#selected;
    switch (command) {
      case "next":
      case "previous":
        return this.#move(this.#stepOf(command));
      case "approve":
      case "reject":
      case "spam":
        if (id !== undefined) void this.#decide(id, command);
        return;
      case "details":
        if (id !== undefined) this.#unfold(id, "details");
        return;
      case "story":
        if (id !== undefined && this.signIn.mayDecide) this.#unfold(id, "story");
        return;
      case "fresh":
        return void this.#reveal();
      case "filter":
        return this.querySelector<FilterBar>("rejoinder-filter-bar")?.focusFirst();
      case "help":
        return this.onHelp();
      case "close":
        return this.#close();
      default:
        return this.#chooseTab(Number(command.slice(-1)) - 1);
    }
  }

  /** The first "next" goes to the comment that is already chosen, if the focus is elsewhere. */
  #stepOf(command: "next" | "previous"): number {
    const isThere = document.activeElement?.closest("rejoinder-comment-card");
    if (!isThere) return 0;
    return command === "next" ? 1 : -1;
  }

  #chooseTab(index: number): void {
    const state = states[index];
    if (this.#queue && state) this.#go(inState(this.#queue.place, state));
  }
}
