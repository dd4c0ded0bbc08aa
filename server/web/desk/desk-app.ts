// The whole desk: signed out, signed in, or in between.

import { html, nothing, type TemplateResult } from "lit";

import { DeskApi } from "../shared/desk-api.ts";
import { describeError } from "../shared/errors.ts";
import type { FeedState } from "../shared/live-feed.ts";
import { AuthorNotes } from "./author-notes.ts";
import { AuthorSheet } from "./author-sheet.ts";
import { BanForm } from "./ban-form.ts";
import { BulkSheet } from "./bulk-sheet.ts";
import { ClusterSheet } from "./cluster-sheet.ts";
import { CommentCard } from "./comment-card.ts";
import { CommentDetails } from "./comment-details.ts";
import { DecisionBar } from "./decision-bar.ts";
import { DeskNavigation } from "./desk-navigation.ts";
import { EditSheet } from "./edit-sheet.ts";
import { EmailReveal } from "./email-reveal.ts";
import { FilterBar } from "./filter-bar.ts";
import { FocusView } from "./focus-view.ts";
import { HotkeyHelp } from "./hotkey-help.ts";
import { listenForKeys } from "./hotkeys.ts";
import { InvitationPage, takeInvitation } from "./invitation-page.ts";
import { define, LightElement } from "./light-element.ts";
import { MaskSheet } from "./mask-sheet.ts";
import { translatorFor, type MessageKey } from "./messages.ts";
import { Navigation } from "./navigation.ts";
import { NoticeBoard, Notices } from "./notices.ts";
import { listenForPageKeys } from "./page-keys.ts";
import { PageView } from "./page-view.ts";
import { pagesFor, type PageName } from "./pages.ts";
import { RejectSheet } from "./reject-sheet.ts";
import { ReviewQueue } from "./review-queue.ts";
import { SelectionBar } from "./selection-bar.ts";
import { Sheets, SheetStack } from "./sheets.ts";
import { SignInState, type SignInPhase } from "./sign-in-state.ts";
import { SettingsForm } from "./settings-form.ts";
import { SignIn } from "./sign-in.ts";
import { StateTabs } from "./state-tabs.ts";
import { StorySettings } from "./story-settings.ts";
import { Surroundings } from "./surroundings.ts";
import { Workplace } from "./workplace.ts";

const feedText: Readonly<Record<FeedState, MessageKey>> = {
  off: "desk.connecting",
  connecting: "desk.connecting",
  live: "desk.live",
  waiting: "desk.waiting",
};

export class DeskApp extends LightElement {
  readonly #api = new DeskApi(location.origin);
  readonly #translator = translatorFor(...navigator.languages);
  readonly #notices = new Notices(() => this.requestUpdate());
  readonly #sheets = new Sheets(() => {
    this.requestUpdate();
    return this.updateComplete;
  });
  readonly #surroundings = new Surroundings({
    ...{ translator: this.#translator, notices: this.#notices },
    onReady: () => this.#sayAll(),
  });
  readonly #signIn = new SignInState(
    this.#api,
    (phase) => this.#signInIs(phase),
    (settings) => this.#surroundings.take(settings),
  );
  readonly #navigation = new Navigation(() => this.#arrive());
  #feedState: FeedState = "off";
  /** Stands before everything else until it is accepted or left. */
  #invitation: string | undefined;
  #arrivals = 0;
  #queueScrolledTo = 0;
  #endings: (() => void)[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#surroundings.begin();
    this.#invitation = takeInvitation();
    const isOff = () => this.#signIn.phase !== "in" || this.#sheets.isOpen;
    this.#endings = [
      this.#navigation.begin(),
      listenForPageKeys((key) => this.#goByKey(key), isOff),
      listenForKeys((command) => {
        if (command === "help" && this.#isAway && !isOff()) this.#showHelp();
      }),
    ];
    if (this.#invitation === undefined) void this.#signIn.resume();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const end of this.#endings) end();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.#surroundings.isReady) return nothing;
    const phase = this.#signIn.phase;
    const isWorking = phase === "in" || phase === "expired";
    return html`
      ${isWorking ? this.#work(phase === "expired") : nothing}
      ${this.#invitation !== undefined
        ? this.#invited(this.#invitation)
        : phase === "unknown" || phase === "failed"
          ? this.#threshold()
          : nothing}
      <div ?inert=${phase === "expired"}>
        <rejoinder-sheet-stack
          .sheets=${this.#sheets}
          .items=${this.#sheets.items}
          .translator=${this.#translator}
        ></rejoinder-sheet-stack>
      </div>
      ${phase === "out" || phase === "expired" ? this.#signInForm(phase === "expired") : nothing}
      <rejoinder-notice-board
        .notices=${this.#notices}
        .items=${this.#notices.items}
        .translator=${this.#translator}
      ></rejoinder-notice-board>
    `;
  }

  /** Stays below the sign-in form when a session has ended, so that nothing is lost. */
  #work(isExpired: boolean): TemplateResult {
    const translator = this.#translator;
    const isAway = this.#isAway;
    return html`<div
      class="desk"
      ?inert=${isExpired || this.#sheets.isOpen}
      @click=${this.#navigation.takeClick}
    >
      ${isAway
        ? html`<a class="skip" href="#page">${translator.say("page.skip")}</a>`
        : html`<a class="skip" href="#comments">${translator.say("desk.skip")}</a>`}
      ${this.#masthead()} ${isAway ? this.#page(isExpired) : nothing}
      <rejoinder-workplace
        ?hidden=${isAway}
        .isAway=${isAway}
        .api=${this.#api}
        .signIn=${this.#signIn}
        .translator=${translator}
        .notices=${this.#notices}
        .suspended=${isExpired}
        .isCovered=${this.#sheets.isOpen}
        .sheets=${this.#sheets}
        .onFeed=${(state: FeedState) => this.#feedIs(state)}
        .onHelp=${() => this.#showHelp()}
      ></rejoinder-workplace>
    </div>`;
  }

  #page(isExpired: boolean): TemplateResult {
    const needs = {
      api: this.#api,
      signIn: this.#signIn,
      translator: this.#translator,
      notices: this.#notices,
      sheets: this.#sheets,
      suspended: isExpired,
    };
    return html`<rejoinder-page-view
      .page=${this.#navigation.pageFor(this.#signIn.moderator)}
      .needs=${needs}
      .arrivals=${this.#arrivals}
    ></rejoinder-page-view>`;
  }

  #masthead(): TemplateResult {
    const translator = this.#translator;
    const { moderator } = this.#signIn;
    const name = moderator?.name ?? "";
    return html`<header class="masthead">
      <h1>${translator.say("desk.title")}</h1>
      <rejoinder-desk-navigation
        .translator=${translator}
        .pages=${pagesFor(moderator)}
        .current=${this.#navigation.pageFor(moderator)?.name}
        .addressOf=${(to: PageName) => this.#navigation.addressOf(to)}
      ></rejoinder-desk-navigation>
      <p class="feed" role="status" data-state=${this.#feedState}>
        ${translator.say(feedText[this.#feedState])}
      </p>
      <p class="who">${translator.say("desk.signed_in", { name })}</p>
      <button
        type="button"
        class="link keys"
        aria-keyshortcuts="?"
        @click=${() => this.#showHelp()}
      >
        ${translator.say("desk.help")} <kbd aria-hidden="true">?</kbd>
      </button>
      <button type="button" class="link" data-settings @click=${() => this.#showSettings()}>
        ${translator.say("settings.heading")}
      </button>
      <button type="button" class="link" @click=${this.#signOut}>
        ${translator.say("desk.sign_out")}
      </button>
    </header>`;
  }

  #signInForm(isExpired: boolean): TemplateResult {
    const form = html`<rejoinder-sign-in
      .signIn=${this.#signIn}
      .translator=${this.#translator}
      .expired=${isExpired}
    ></rejoinder-sign-in>`;
    return isExpired
      ? html`<div class="veil">
          <div class="sheet" role="dialog" aria-modal="true" aria-labelledby="sign-in-heading">
            ${form}
          </div>
        </div>`
      : html`<main class="entrance">${form}</main>`;
  }

  #invited(token: string): TemplateResult {
    return html`<main class="entrance">
      <rejoinder-invitation
        .token=${token}
        .api=${this.#api}
        .signIn=${this.#signIn}
        .translator=${this.#translator}
        .onLeave=${() => {
          this.#invitation = undefined;
          this.requestUpdate();
          void this.#signIn.resume();
        }}
      ></rejoinder-invitation>
    </main>`;
  }

  /** Before it is known whether somebody is signed in. */
  #threshold(): TemplateResult {
    const translator = this.#translator;
    if (this.#signIn.phase === "unknown")
      return html`<p class="entrance empty" role="status">${translator.say("desk.loading")}</p>`;
    return html`<div class="entrance empty" role="alert">
      <p>${describeError(translator, this.#signIn.error)}</p>
      <button type="button" class="quiet" @click=${() => void this.#signIn.resume()}>
        ${translator.say("queue.retry")}
      </button>
    </div>`;
  }

  #signInIs(phase: SignInPhase): void {
    if (phase === "in") this.#invitation = undefined;
    if (phase === "out") {
      document.title = this.#translator.say("desk.title");
      this.#feedState = "off";
      this.#sheets.closeAll();
    }
    this.requestUpdate();
  }

  #feedIs(state: FeedState): void {
    if (state === this.#feedState) return;
    this.#feedState = state;
    this.requestUpdate();
  }

  /** Another page than the queue is looked at. */
  get #isAway(): boolean {
    return this.#navigation.pageFor(this.#signIn.moderator)?.tag !== undefined;
  }

  #goByKey(key: string): void {
    const page = pagesFor(this.#signIn.moderator).find((one) => one.key === key);
    if (page) this.#navigation.go(page.name);
  }

  /** The queue is found again scrolled as it was left. */
  #arrive(): void {
    const workplace = this.querySelector<HTMLElement>("rejoinder-workplace");
    const isLeft = workplace?.hidden === true;
    if (!isLeft && this.#isAway) this.#queueScrolledTo = window.scrollY;
    this.#sheets.closeAll();
    ++this.#arrivals;
    this.requestUpdate();
    void this.updateComplete.then(() => {
      if (isLeft !== this.#isAway) window.scrollTo(0, this.#isAway ? 0 : this.#queueScrolledTo);
    });
  }

  #showHelp(): void {
    const translator = this.#translator;
    this.#sheets.open({
      className: "help",
      heading: translator.say("help.heading"),
      content: (close) =>
        html`<rejoinder-hotkey-help
          .translator=${translator}
          .pages=${pagesFor(this.#signIn.moderator)}
          .onClose=${close}
        ></rejoinder-hotkey-help>`,
    });
  }

  #showSettings(): void {
    this.#sheets.open({
      className: "settings-sheet",
      heading: () => this.#translator.say("settings.heading"),
      content: () =>
        html`<rejoinder-settings-form
          .api=${this.#api}
          .signIn=${this.#signIn}
          .translator=${this.#translator}
          .notices=${this.#notices}
        ></rejoinder-settings-form>`,
    });
  }

  /** Everything anew: the language has changed. */
  #sayAll(): void {
    if (this.#signIn.phase !== "in") document.title = this.#translator.say("desk.title");
    this.requestUpdate();
    for (const element of this.querySelectorAll("*"))
      if (element instanceof LightElement) element.requestUpdate();
  }

  readonly #signOut = async (): Promise<void> => {
    try {
      await this.#signIn.signOut();
    } catch (error) {
      this.#notices.tell("problem", describeError(this.#translator, error));
    }
  };
}

/** Idempotent. */
export function defineElements(): void {
  const elements: Record<string, CustomElementConstructor> = {
    "notice-board": NoticeBoard,
    "hotkey-help": HotkeyHelp,
    "desk-navigation": DeskNavigation,
    "page-view": PageView,
    "sheet-stack": SheetStack,
    "bulk-sheet": BulkSheet,
    "cluster-sheet": ClusterSheet,
    "edit-sheet": EditSheet,
    "mask-sheet": MaskSheet,
    "reject-sheet": RejectSheet,
    "author-sheet": AuthorSheet,
    "author-notes": AuthorNotes,
    "ban-form": BanForm,
    "email-reveal": EmailReveal,
    "selection-bar": SelectionBar,
    "focus-view": FocusView,
    "sign-in": SignIn,
    invitation: InvitationPage,
    "state-tabs": StateTabs,
    "filter-bar": FilterBar,
    "story-settings": StorySettings,
    "settings-form": SettingsForm,
    "comment-details": CommentDetails,
    "decision-bar": DecisionBar,
    "comment-card": CommentCard,
    "review-queue": ReviewQueue,
    workplace: Workplace,
    desk: DeskApp,
  };
  for (const [name, element] of Object.entries(elements)) define(`rejoinder-${name}`, element);
}
