// The desk on a page, a server behind it, and hands to use it.

import "./browser.ts";

import assert from "node:assert/strict";

import { defineElements } from "../desk/desk-app.ts";
import type { PageName } from "../desk/pages.ts";
import type { DeskComment, DeskPage as Page, Moderator } from "../shared/desk-types.ts";
import { Clock } from "./clock.ts";
import { FakeServer, problem } from "./fake-server.ts";
import { FakeSockets } from "./fake-socket.ts";
import { deskSession, sampleDeskPage } from "./sample-desk.ts";

const api = "/api/v1/desk";

export class DeskPage {
  readonly clock = new Clock().install();
  readonly sockets = new FakeSockets();
  readonly server = new FakeServer();

  constructor() {
    defineElements();
    history.replaceState(null, "", "/desk/");
    this.server
      .on(`GET ${api}/session`, problem(401, "not_signed_in"))
      .on(`POST ${api}/session`, { body: deskSession })
      .on(`DELETE ${api}/session`, { status: 204 });
    this.has([]);
    this.decides("done");
    const { connect } = this.sockets;
    Object.assign(globalThis, {
      fetch: this.server.fetch,
      WebSocket: function (url: string) {
        return connect(url);
      },
    });
  }

  async close(): Promise<void> {
    document.body.replaceChildren();
    await this.clock.settle();
    this.clock.uninstall();
  }

  /** What the server lists from now on, wherever one looks. */
  has(comments: DeskComment[], extra: Partial<Page> = {}): void {
    this.server.on(`GET ${api}/comments`, { body: sampleDeskPage(comments, extra) });
  }

  /** What becomes of decisions from now on; those that are done can be taken back. */
  decides(status: string): void {
    this.server.on(`POST ${api}/decisions`, ({ body }) => {
      const decisions = body?.["decisions"] as { comment: string }[];
      const results = decisions.map(({ comment }) => ({ comment, status }));
      const undo = `undo-${this.server.asked(`POST ${api}/decisions`).length}`;
      return { body: { results, ...(status === "done" ? { undo } : {}) } };
    });
  }

  /** What becomes of taking back: these comments are as they were. */
  takesBack(comments: DeskComment[]): void {
    const results = comments.map(({ id, state, revision }) => ({
      ...{ comment: id, status: "done", state, revision: revision + 2 },
    }));
    this.server.on(`POST ${api}/undo`, { body: { results } });
  }

  /** What was asked to be taken back. */
  get undos(): unknown[] {
    return this.server.asked(`POST ${api}/undo`).map(({ body }) => body?.["undo"]);
  }

  async open(): Promise<void> {
    document.body.append(document.createElement("rejoinder-desk"));
    await this.clock.settle();
  }

  /** Opens the desk signed in, connected, with these comments waiting. */
  async work(comments: DeskComment[], { role = "moderator", settings = {} } = {}): Promise<void> {
    const moderator = { ...deskSession.moderator, role };
    this.server.on(`GET ${api}/session`, { body: { ...deskSession, moderator, settings } });
    this.has(comments);
    await this.open();
    this.sockets.last.say({ type: "hello", id: "1" });
    await this.clock.advance(1_000);
  }

  /** Opens another page, signed in as an admin of all sites, or as somebody else. */
  async visit(name: PageName, extra: Partial<Moderator> = {}): Promise<void> {
    const moderator = { ...deskSession.moderator, role: "admin", ...extra };
    const all_sites = moderator.sites ?? ["courier", "gazette"];
    this.server.on(`GET ${api}/session`, { body: { ...deskSession, moderator, all_sites } });
    history.replaceState(null, "", `/desk/?page=${name}`);
    await this.open();
    await this.clock.advance(1_000);
  }

  /** Ends the session, as the server sees it. */
  endSession(): void {
    for (const what of ["GET /session", "GET /comments", "POST /decisions"])
      this.server.on(what.replace(" ", ` ${api}`), problem(401, "not_signed_in"));
  }

  /** The first one that is there, or what failed says which is not. */
  find<T extends HTMLElement>(selector: string): T {
    const element = document.querySelector<T>(selector);
    assert(element, `there is no ${selector}`);
    return element;
  }

  textOf(selector: string): string {
    return this.find(selector).textContent?.replace(/\s+/g, " ").trim() ?? "";
  }

  /** The texts of all that match. */
  texts(selector: string): string[] {
    return [...document.querySelectorAll(selector)].map(
      ({ textContent }) => textContent?.replace(/\s+/g, " ").trim() ?? "",
    );
  }

  get cards(): (string | undefined)[] {
    return [...document.querySelectorAll<HTMLElement>("article")].map(
      ({ dataset }) => dataset["commentId"],
    );
  }

  get selected(): string | undefined {
    return document.querySelector<HTMLElement>("article[aria-current]")?.dataset["commentId"];
  }

  async press(selector: string): Promise<void> {
    this.find(selector).click();
    await this.clock.settle();
  }

  /** Types a key where the focus is. */
  async key(key: string, extra: KeyboardEventInit = {}): Promise<void> {
    const target = document.activeElement ?? document.body;
    const init = { key, bubbles: true, cancelable: true, ...extra };
    target.dispatchEvent(new KeyboardEvent("keydown", init));
    await this.clock.settle();
  }

  async choose(selector: string, value: string): Promise<void> {
    const select = this.find<HTMLSelectElement>(selector);
    select.value = value;
    select.dispatchEvent(new Event("change", { bubbles: true }));
    await this.clock.settle();
  }

  async write(selector: string, value: string): Promise<void> {
    const field = this.find<HTMLInputElement>(selector);
    field.value = value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    await this.clock.settle();
  }

  async submit(selector: string): Promise<void> {
    this.find(selector).dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
    await this.clock.settle();
  }

  count(selector: string): number {
    return document.querySelectorAll(selector).length;
  }

  async signIn(name: string, password: string): Promise<void> {
    this.find<HTMLInputElement>('[name="name"]').value = name;
    this.find<HTMLInputElement>('[name="password"]').value = password;
    const submit = new Event("submit", { bubbles: true, cancelable: true });
    this.find("form.sign-in").dispatchEvent(submit);
    await this.clock.settle();
  }

  /** The decisions that were sent. */
  get decisions(): unknown[] {
    return this.server.asked(`POST ${api}/decisions`).flatMap(({ body }) => body?.["decisions"]);
  }
}
