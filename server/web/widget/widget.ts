// <rejoinder-comments>: the comments of one story, and the form to leave one.

import {
  html,
  LitElement,
  nothing,
  unsafeCSS,
  type PropertyValues,
  type TemplateResult,
} from "lit";

import { ReaderApi, sortFrom } from "../shared/api.ts";
import { languageOf, learn } from "../shared/language-files.ts";
import type { NewComment, Receipt } from "../shared/types.ts";
import { AuthorRecord } from "./author-record.ts";
import { BrowserStorage } from "./browser-storage.ts";
import { CommentForm, type FormContext } from "./comment-form.ts";
import type { ItemContext } from "./comment-item.ts";
import { renderList } from "./comment-list.ts";
import { Conversation } from "./conversation.ts";
import type { Entry } from "./discussion.ts";
import { Drafts } from "./draft.ts";
import type { Identity } from "./form-state.ts";
import { ownAnnouncements, translatorFor, type WidgetTranslator } from "./messages.ts";
import type { OwnComment } from "./own-comments.ts";
import { definePanels, OpenPanel, type PanelNeeds } from "./open-panel.ts";
import { prefersDark, prefersReducedMotion, themeFor, watchPage, type Theme } from "./theme.ts";
import { arrange } from "./threads.ts";
import formCss from "./form.css";
import listCss from "./list.css";
import css from "./widget.css";

/** Relative times are right to the minute, so twice a minute is often enough. */
const clockMs = 30_000;
/** How many pages are looked through for the comment that the page's address points to. */
const pagesMaxForTarget = 20;
const titleLengthMax = 200;

export class RejoinderComments extends LitElement {
  static override styles = unsafeCSS(formCss + listCss + css);
  static override properties = {
    site: {},
    story: {},
    server: {},
    storyUrl: { attribute: "story-url" },
    storyTitle: { attribute: "story-title" },
    published: {},
    theme: {},
    sort: {},
  };

  /** Where the script came from. */
  static defaultServer = "";

  declare site: string | null;
  declare story: string | null;
  declare server: string | null;
  declare storyUrl: string | null;
  declare storyTitle: string | null;
  declare published: string | null;
  declare theme: string | null;
  declare sort: string | null;

  #conversation: Conversation | undefined;
  #form: FormContext | undefined;
  #translator: WidgetTranslator = translatorFor("en");
  /** Knows its language, or has given up on it: nothing changes before the reader's eyes. */
  #canSpeak = false;
  #identity: Identity = { name: "", email: "", website: "" };
  #replyingTo: string | undefined;
  readonly #panels = new OpenPanel({
    context: (id) => this.#panelNeeds(id),
    onChange: async (left) => {
      this.#replyingTo = undefined;
      this.requestUpdate();
      await this.updateComplete;
      if (left) this.#commentElement(left)?.focus({ preventScroll: true });
    },
  });
  #target: string | undefined;
  #announcement = "";
  #countTold: number | undefined;
  #theme: Theme = "light";
  #leave: (() => void)[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#listen();
    this.#lookAtPage();
    this.#conversation?.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#conversation?.stop();
    for (const leave of this.#leave) leave();
    this.#leave = [];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const aboutStory = ["storyUrl", "storyTitle", "published"] as const;
    const isAnother = (["site", "story", "server", "sort"] as const).some((name) =>
      changed.has(name),
    );
    if (isAnother || !this.#conversation) this.#begin();
    else if (aboutStory.some((name) => changed.has(name))) this.#form = this.#makeForm();
    if (changed.has("theme")) this.#lookAtPage();
  }

  protected override updated(): void {
    const count = this.#conversation?.story?.count;
    if (count === undefined || count === this.#countTold) return;
    this.#countTold = count;
    this.#tell("rejoinder:count", { site: this.site, story: this.story, count });
  }

  protected override render(): TemplateResult | typeof nothing {
    const conversation = this.#conversation;
    const form = this.#form;
    if (!conversation || !form || !this.#canSpeak) return nothing;
    const view = arrange(conversation.discussion);
    return html`<section
      class="root"
      part="root"
      data-theme=${this.#theme}
      lang=${this.#translator.language}
      dir=${this.#translator.direction}
      aria-labelledby="heading"
    >
      <h2 class="heading" part="heading" id="heading">${this.#heading()}</h2>
      ${this.#notice()}
      <rejoinder-comment-form .context=${form} .closed=${!this.#isOpen}></rejoinder-comment-form>
      ${renderList(view, conversation, this.#itemContext(form))}
      <div class="fresh-bar" part="fresh-bar">
        ${view.held > 0
          ? html`<button type="button" part="button" @click=${this.#revealAll}>
              ${this.#translator.say("list.new", { count: view.held })}
            </button>`
          : nothing}
      </div>
      <div class="unseen" role="status" aria-live="polite">${this.#announcement}</div>
    </section>`;
  }

  #heading(): string {
    const count = this.#conversation?.story?.count ?? 0;
    return count > 0
      ? this.#translator.say("heading.count", { count })
      : this.#translator.say("heading.none");
  }

  #notice(): TemplateResult | typeof nothing {
    const state = this.#conversation?.story?.state ?? "open";
    if (state === "open") return nothing;
    return html`<p class="notice" part="notice">${this.#translator.say(`story.${state}`)}</p>`;
  }

  get #isOpen(): boolean {
    return this.#conversation?.story?.state !== "closed";
  }

  #itemContext(form: FormContext): ItemContext {
    return {
      translator: this.#translator,
      now: new Date(Date.now()),
      form,
      isOpen: this.#isOpen,
      replyingTo: this.#replyingTo,
      target: this.#target,
      panels: this.#panels,
      onReply: (id) => void this.#reply(id),
      onCancel: this.#cancelReply,
      onMore: () => void this.#loadMore(),
      onReveal: (id) => this.#conversation?.reveal(id),
      onHide: (id) => this.#conversation?.hideOwn(id),
      onLink: (id, event) => void this.#follow(id, event),
    };
  }

  /** Everything anew: another story, or another server. */
  #begin(): void {
    this.#conversation?.stop();
    this.#conversation = undefined;
    this.#form = undefined;
    this.#replyingTo = undefined;
    this.#panels.forget();
    this.#countTold = undefined;
    const { site, story } = this;
    if (!site || !story) return;
    this.#learnLanguage();
    const api = new ReaderApi({ server: this.#server, site });
    this.#conversation = new Conversation({
      api,
      story,
      sort: sortFrom(this.sort),
      storage: this.#storage(site, story),
      placement: (entry) => (this.#wouldMove(entry) ? "hold" : "show"),
      onChange: () => this.requestUpdate(),
      onOwnState: (own) => this.#ownChanged(own),
    });
    this.#form = this.#makeForm();
    if (this.isConnected) this.#conversation.start();
    void this.#goToHash();
  }

  #learnLanguage(): void {
    this.#translator = translatorFor("en");
    this.#canSpeak = false;
    const asked = this.closest("[lang]")?.getAttribute("lang");
    void learn(this.#translator, {
      language: languageOf(asked, ...navigator.languages),
      server: this.#server,
      part: "widget",
      onReady: () => {
        this.#canSpeak = true;
        this.requestUpdate();
      },
    });
  }

  #makeForm(): FormContext | undefined {
    const { site, story } = this;
    if (!site || !story) return undefined;
    const title = this.storyTitle ?? document.title;
    return {
      api: new ReaderApi({ server: this.#server, site }),
      story,
      storyUrl: this.storyUrl ?? location.origin + location.pathname,
      storyTitle: Array.from(title.trim()).slice(0, titleLengthMax).join("") || undefined,
      storyPublishedAt: this.published ?? undefined,
      drafts: new Drafts(this.#storage(site, story)),
      author: new AuthorRecord(new BrowserStorage([this.#server, site])),
      identity: this.#identity,
      translator: this.#translator,
      announce: (sentence) => this.#announce(sentence),
      onReceived: (receipt, comment) => void this.#received(receipt, comment),
    };
  }

  get #server(): string {
    return (this.server ?? RejoinderComments.defaultServer).replace(/\/+$/, "");
  }

  #storage(site: string, story: string): BrowserStorage {
    return new BrowserStorage([this.#server, site, story]);
  }

  async #received(receipt: Receipt, comment: NewComment): Promise<void> {
    this.#conversation?.sent(receipt, comment);
    if (this.#replyingTo === comment.parent) this.#replyingTo = undefined;
    this.#tell("rejoinder:posted", { id: receipt.id, status: receipt.status });
    await this.updateComplete;
    this.#scrollTo(receipt.id);
  }

  #ownChanged({ id, state }: OwnComment): void {
    const key = ownAnnouncements[state];
    if (key) this.#announce(this.#translator.say(key));
    this.#tell("rejoinder:posted", { id, status: state });
  }

  #panelNeeds(id: string): PanelNeeds {
    const conversation = this.#conversation;
    return {
      api: new ReaderApi({ server: this.#server, site: this.site ?? "" }),
      translator: this.#translator,
      proof: conversation?.own(id) ?? conversation?.latestOwn(),
      onDone: (sentence) => {
        this.#announce(sentence);
        conversation?.askAfter(id);
      },
    };
  }

  async #reply(id: string): Promise<void> {
    this.#panels.forget();
    this.#replyingTo = id;
    this.requestUpdate();
    await this.updateComplete;
    const form = this.renderRoot.querySelector<CommentForm>(".reply-form");
    await form?.updateComplete;
    form?.focusField();
  }

  readonly #cancelReply = async (): Promise<void> => {
    const id = this.#replyingTo;
    this.#replyingTo = undefined;
    this.requestUpdate();
    await this.updateComplete;
    this.#commentElement(id)?.querySelector<HTMLElement>(".reply")?.focus();
  };

  /** The focus goes on where reading goes on; the button may be gone. */
  async #loadMore(): Promise<void> {
    const known = new Set(this.#conversation?.discussion.entries.map(({ id }) => id));
    await this.#conversation?.loadMore();
    await this.updateComplete;
    const threads = this.renderRoot.querySelectorAll<HTMLElement>(".list > .thread");
    const first = [...threads].find(({ dataset }) => !known.has(dataset["id"] ?? ""));
    first?.querySelector<HTMLElement>(".comment")?.focus({ preventScroll: true });
  }

  readonly #revealAll = async (): Promise<void> => {
    const first = this.#conversation?.discussion.entries.find(({ isHeld }) => isHeld);
    this.#conversation?.reveal();
    await this.updateComplete;
    if (first) this.#scrollTo(first.id);
  };

  /** Whether showing it would push down, or has already scrolled past, what is being read. */
  #wouldMove(entry: Entry): boolean {
    const discussion = this.#conversation?.discussion;
    const parent = discussion?.parentOf(entry);
    if (parent) {
      const thread = this.#commentElement(parent.id)?.parentElement;
      return thread ? thread.getBoundingClientRect().bottom < innerHeight : false;
    }
    if (discussion?.sort === "oldest") return false;
    const list = this.renderRoot.querySelector(".list");
    return list ? list.getBoundingClientRect().top < innerHeight : false;
  }

  async #goToHash(): Promise<void> {
    const [, id] = location.hash.match(/^#comment-([\w-]+)$/) ?? [];
    const conversation = this.#conversation;
    this.#target = id;
    if (!id || !conversation) return this.requestUpdate();
    await conversation.loadThrough(id, pagesMaxForTarget);
    if (conversation !== this.#conversation) return;
    this.requestUpdate();
    await this.updateComplete;
    this.#scrollTo(id);
  }

  async #follow(id: string, event: Event): Promise<void> {
    const { metaKey, ctrlKey, shiftKey } = event as MouseEvent;
    if (metaKey || ctrlKey || shiftKey) return;
    // The browser does not look for the place inside a shadow tree.
    event.preventDefault();
    history.pushState(history.state, "", `#comment-${id}`);
    await this.#goToHash();
  }

  #scrollTo(id: string): void {
    const element = this.#commentElement(id);
    if (!element) return;
    const behavior = prefersReducedMotion() ? "auto" : "smooth";
    element.scrollIntoView({ block: "center", behavior });
    element.focus({ preventScroll: true });
  }

  #commentElement(id: string | undefined): HTMLElement | null {
    return (this.renderRoot as ShadowRoot).getElementById(`comment-${id}`);
  }

  #announce(sentence: string): void {
    this.#announcement = sentence;
    this.requestUpdate();
  }

  #lookAtPage(): void {
    const { theme } = this;
    this.#theme =
      theme === "light" || theme === "dark"
        ? theme
        : themeFor(getComputedStyle(this).color, prefersDark());
    this.requestUpdate();
  }

  #listen(): void {
    const on = (target: EventTarget, type: string, handle: () => void) => {
      target.addEventListener(type, handle);
      this.#leave.push(() => target.removeEventListener(type, handle));
    };
    on(window, "hashchange", () => void this.#goToHash());
    on(window, "online", () => this.#conversation?.wake());
    on(document, "visibilitychange", () => {
      if (!document.hidden) this.#conversation?.wake();
    });
    const clock = setInterval(() => {
      if (!document.hidden) this.requestUpdate();
    }, clockMs);
    this.#leave.push(
      () => clearInterval(clock),
      watchPage(() => this.#lookAtPage()),
    );
  }

  #tell(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

/** Idempotent: a page may bring the script twice. */
export function defineElements(): void {
  if (customElements.get("rejoinder-comments")) return;
  customElements.define("rejoinder-comment-form", CommentForm);
  definePanels();
  customElements.define("rejoinder-comments", RejoinderComments);
}
