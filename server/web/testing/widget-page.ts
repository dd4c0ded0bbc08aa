// A page with the widget on it, a server behind it, and hands to use it.

import "./browser.ts";

import assert from "node:assert/strict";

import type { Comment, CommentPage } from "../shared/types.ts";
import { defineElements, RejoinderComments } from "../widget/widget.ts";
import { Clock } from "./clock.ts";
import { FakeServer, samplePage } from "./fake-server.ts";
import { FakeSockets } from "./fake-socket.ts";

export const base = "/api/v1/sites/courier/stories/ferry";
export const receipt = { id: "mine", status: "submitted", author_token: "t", status_url: "u" };

export class WidgetPage {
  readonly clock = new Clock().install();
  readonly sockets = new FakeSockets();
  readonly server = new FakeServer();
  widget = document.createElement("rejoinder-comments") as RejoinderComments;

  constructor() {
    defineElements();
    localStorage.clear();
    history.replaceState(null, "", "#top");
    const story = { id: "ferry", state: "open", count: 0 };
    this.server
      .on(`GET ${base}`, { body: { story, form: { required: ["name", "email"], text_max: 600 } } })
      .on(`POST ${base}/comments`, { status: 202, body: receipt })
      .on("GET /api/v1/comments/mine", { body: { id: "mine", state: "submitted" } });
    const { connect } = this.sockets;
    Object.assign(globalThis, {
      fetch: this.server.fetch,
      WebSocket: function (url: string) {
        return connect(url);
      },
    });
  }

  async close(): Promise<void> {
    this.widget.remove();
    await this.clock.settle();
    this.clock.uninstall();
  }

  /** Shows a story with these comments, connected. */
  async show(
    comments: Comment[],
    attributes: Record<string, string> = {},
    extra: Partial<CommentPage> = {},
  ): Promise<void> {
    this.server.on(`GET ${base}/comments`, { body: samplePage(comments, extra) });
    await this.place(attributes);
    this.sockets.last.say({ type: "hello", id: "1" });
    await this.clock.settle();
  }

  /** Puts a new element on the page, whatever the server then answers. */
  async place(attributes: Record<string, string> = {}): Promise<void> {
    this.widget.remove();
    this.widget = document.createElement("rejoinder-comments") as RejoinderComments;
    const all = { site: "courier", story: "ferry", server: "https://c.example/", ...attributes };
    for (const [name, value] of Object.entries(all)) this.widget.setAttribute(name, value);
    document.body.append(this.widget);
    await this.clock.settle();
  }

  get tree(): ShadowRoot {
    return this.widget.shadowRoot as ShadowRoot;
  }

  find<T extends HTMLElement>(selector: string): T {
    const element = this.tree.querySelector<T>(selector);
    assert(element, `there is no ${selector}`);
    return element;
  }

  textOf(selector: string): string {
    return this.find(selector).textContent?.replace(/\s+/g, " ").trim() ?? "";
  }

  count(selector: string): number {
    return this.tree.querySelectorAll(selector).length;
  }

  async type(name: string, value: string): Promise<void> {
    const input = this.find<HTMLInputElement>(`[name="${name}"]`);
    input.value = value;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    await this.clock.settle();
  }

  async press(selector: string): Promise<void> {
    this.find(selector).click();
    await this.clock.settle();
  }

  async submit(): Promise<void> {
    this.find("form").dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
    await this.clock.settle();
  }

  async fill(text = "Hello"): Promise<void> {
    await this.type("name", "Ada");
    await this.type("email", "ada@private.example");
    await this.type("text", text);
  }
}
