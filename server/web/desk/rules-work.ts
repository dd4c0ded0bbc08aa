// What is known of the rules and what one is about to change: longer than one looks at the page.

import type { DeskApi } from "../shared/desk-api.ts";
import { RulesApi } from "../shared/rules-api.ts";
import type { Rules, RulesList, RulesNote } from "../shared/rules-types.ts";
import { ApiError } from "../shared/request.ts";
import { BacktestRun } from "./backtest-run.ts";
import { errorText } from "./error-text.ts";
import { reasonName, type DeskTranslator } from "./messages.ts";
import type { Notices } from "./notices.ts";
import { RulesDraft } from "./rules-draft.ts";
import type { Sheets } from "./sheets.ts";
import type { SignInState } from "./sign-in-state.ts";
import { silentIn, withSay } from "./silent-rules.ts";

export const rulesViews = ["versions", "edit", "trial", "backtest"] as const;
export type RulesView = (typeof rulesViews)[number];

/** The server takes so many bytes. */
const noteMax = 250;
export const backtestDays = 30;

export interface RulesWorkNeeds {
  api: DeskApi;
  signIn: SignInState;
  translator: DeskTranslator;
  notices: Notices;
  sheets: Sheets;
}

export class RulesWork {
  readonly api: RulesApi;
  readonly run: BacktestRun;
  readonly #needs: RulesWorkNeeds;
  readonly #listeners = new Set<() => void>();
  readonly #versions = new Map<string, Rules>();
  #list: RulesList | undefined;
  #draft: RulesDraft | undefined;
  #error: unknown;
  #view: RulesView = "versions";

  constructor(needs: RulesWorkNeeds) {
    const { translator, notices, signIn } = needs;
    this.#needs = needs;
    this.api = new RulesApi(needs.api);
    this.run = new BacktestRun({
      ...{ api: this.api, signIn },
      onChange: () => this.changed(),
      onEnd: () => notices.tell("news", translator.say("backtest.ended")),
    });
  }

  get sheets(): Sheets {
    return this.#needs.sheets;
  }

  get view(): RulesView {
    return this.#view;
  }

  show(view: RulesView): void {
    this.#view = view;
    this.changed();
  }

  tell(text: string): void {
    this.#needs.notices.tell("news", text);
  }

  tellProblem(error: unknown): void {
    const { notices, translator } = this.#needs;
    notices.tell("problem", errorText(translator, error));
  }

  /** Returns what ends it. */
  listen(onChange: () => void): () => void {
    this.#listeners.add(onChange);
    return () => this.#listeners.delete(onChange);
  }

  changed(): void {
    for (const tell of this.#listeners) tell();
  }

  /** The rules are those of all sites. */
  get mayChange(): boolean {
    const { moderator } = this.#needs.signIn;
    return moderator?.role === "admin" && !moderator.sites;
  }

  get mayBacktest(): boolean {
    return this.#needs.signIn.mayDecide;
  }

  /** Undefined until it is loaded. */
  get list(): RulesList | undefined {
    return this.#list;
  }

  get error(): unknown {
    return this.#error;
  }

  get draft(): RulesDraft | undefined {
    return this.#draft;
  }

  get inForce(): RulesNote | undefined {
    return this.#list?.activations[0];
  }

  /** What was in force before, and would be by rolling back. */
  get previous(): RulesNote | undefined {
    const active = this.#list?.active;
    return this.#list?.activations.find(({ version }) => version !== active);
  }

  /** Loads what is in force and what is kept, and opens a version when none is open. */
  async load(): Promise<void> {
    try {
      this.#list = await this.guard(() => this.api.list());
      this.#error = undefined;
      const { active } = this.#list;
      if (active && !this.#draft?.isChanged) await this.open(this.#draft?.base.version ?? active);
    } catch (error) {
      this.#error = error;
    }
    this.run.follow();
    this.changed();
  }

  /** A version is what it is for ever. */
  async rulesOf(version: string): Promise<Rules> {
    const known = this.#versions.get(version);
    if (known) return known;
    const rules = await this.guard(() => this.api.version(version));
    this.#versions.set(version, rules);
    return rules;
  }

  /** What was changed and not kept is lost: whoever calls has asked. */
  async open(version: string): Promise<void> {
    const rules = await this.rulesOf(version);
    if (this.#draft?.base.version !== version || this.#draft.isChanged)
      this.#draft = new RulesDraft(rules);
    this.changed();
  }

  discard(): void {
    if (this.#draft) this.#draft = new RulesDraft(this.#draft.base);
    this.changed();
  }

  /** Keeps the draft as a version and opens that; tells which. What is wrong is in the draft. */
  async keep(note: string): Promise<string> {
    const draft = this.#draft;
    if (!draft) throw new Error("there is nothing to keep");
    try {
      const version = await this.guard(() => this.api.keep({ ...draft.asNew, note }));
      const rules = await this.rulesOf(version);
      if (this.#draft === draft) this.#draft = new RulesDraft(rules);
      await this.load();
      return version;
    } catch (error) {
      if (error instanceof ApiError) draft.problems = error.errors;
      this.changed();
      throw error;
    }
  }

  async activate(version: string, note: string): Promise<void> {
    await this.guard(() => this.api.activate(version, note));
    await this.load();
  }

  /** Keeps what is in force with a say for what is only tried, and backtests that. */
  async tryWithSay(): Promise<void> {
    const { translator } = this.#needs;
    const active = this.#list?.active;
    if (!active) return;
    try {
      const { rules } = await this.rulesOf(active);
      const { reasons, lists, overrides } = silentIn({ rules });
      const names = [...reasons, ...overrides.map(({ reason }) => reason)];
      const what = [...names.map((reason) => reasonName(translator, reason)), ...lists].join(", ");
      const note = translator.say("rules.silent.try.note", { what }).slice(0, noteMax);
      const kept = { rules: withSay(rules), base: active, note };
      const version = await this.guard(() => this.api.keep(kept));
      await this.run.start({ version, against: active, days: backtestDays });
      this.show("backtest");
      await this.load();
    } catch (error) {
      this.tellProblem(error);
    }
  }

  guard<T>(call: () => Promise<T>): Promise<T> {
    return this.#needs.signIn.guard(call);
  }
}

/** What somebody was about to change is nobody else's. */
let latest: { api: DeskApi; moderator: string; work: RulesWork } | undefined;

export function rulesWorkFor(needs: RulesWorkNeeds): RulesWork {
  const moderator = needs.signIn.moderator?.id ?? "";
  if (latest?.api === needs.api && latest.moderator === moderator) return latest.work;
  if (!latest) window.addEventListener("beforeunload", warn);
  latest = { api: needs.api, moderator, work: new RulesWork(needs) };
  return latest.work;
}

/** What is not kept would be lost with the window. */
function warn(event: Event): void {
  if (latest?.work.draft?.isChanged) event.preventDefault();
}
