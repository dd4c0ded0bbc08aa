// The rules' page at the desk, and a server that keeps two versions.

import { DeskPage } from "./desk-page.ts";

import type { Rules, RulesList } from "../shared/rules-types.ts";
import { FakeStorage } from "./fake-storage.ts";
import { deskSession } from "./sample-desk.ts";
import { sampleList, sampleNote, sampleRules } from "./sample-rules.ts";

export const rulesPath = "/api/v1/desk/rules";

export class RulesDesk extends DeskPage {
  constructor() {
    super();
    Object.assign(globalThis, { sessionStorage: new FakeStorage() });
    this.keeps(sampleRules());
    this.keeps(sampleRules({ ...sampleNote("bbbbbbbbbbbb", "before"), rules: {}, files: {} }));
    this.lists(sampleList());
    const keys = [{ path: "policy.weights.flood", before: null, after: 7 }];
    const lists = [{ name: "words.txt", removed: ["old"], added: ["new", "newer"] }];
    this.server.on(`GET ${rulesPath}/differences`, { body: { keys, lists } });
  }

  lists(list: RulesList): void {
    this.server.on(`GET ${rulesPath}`, { body: list });
  }

  keeps(rules: Rules): void {
    this.server.on(`GET ${rulesPath}/versions/${rules.version}`, { body: rules });
  }

  /** Opens a part of the page, signed in. */
  async show(view: string, { role = "admin" } = {}): Promise<void> {
    const moderator = { ...deskSession.moderator, role };
    this.server.on("GET /api/v1/desk/session", { body: { ...deskSession, moderator } });
    history.replaceState(null, "", `/desk/?page=rules&view=${view}`);
    await this.open();
    // What a page fetches first is fetched in turns.
    await this.clock.settle();
  }

  /** Sets a field as somebody does who then leaves it. */
  async set(selector: string, value: string | boolean): Promise<void> {
    const field = this.find<HTMLInputElement>(selector);
    if (typeof value === "boolean") field.checked = value;
    else field.value = value;
    for (const type of ["input", "change"])
      field.dispatchEvent(new Event(type, { bubbles: true }));
    await this.clock.settle();
  }

  /** The rule set that the form and the text stand for. */
  async written(): Promise<unknown> {
    await this.set("[name=mode][value=text]", true);
    const { value } = this.find<HTMLTextAreaElement>("[data-text] textarea");
    await this.set("[name=mode][value=form]", true);
    return JSON.parse(value);
  }

  sent(what: string): Record<string, unknown>[] {
    return this.server.asked(`POST ${rulesPath}/${what}`).map(({ body }) => body ?? {});
  }
}
