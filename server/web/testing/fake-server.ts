// A server that answers as a test tells it to, and remembers what it was asked.

import type { Fetch } from "../shared/request.ts";
import type { Comment, CommentPage, Problem } from "../shared/types.ts";

export interface Request {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Headers;
  body: Record<string, unknown> | undefined;
  credentials: string | undefined;
}

export interface Reply {
  status?: number;
  body?: unknown;
  headers?: Record<string, string>;
}

type Answer = Reply | "unreachable" | ((request: Request) => Reply | "unreachable");

export class FakeServer {
  readonly requests: Request[] = [];
  readonly #answers = new Map<string, Answer>();

  /** `what` is "METHOD /path"; the latest answer given for it counts. */
  on(what: string, answer: Answer): this {
    this.#answers.set(what, answer);
    return this;
  }

  asked(what: string): Request[] {
    return this.requests.filter(({ method, path }) => `${method} ${path}` === what);
  }

  readonly fetch: Fetch = async (url, init) => {
    const { pathname, searchParams } = new URL(url);
    const request: Request = {
      method: init.method ?? "GET",
      path: pathname,
      query: searchParams,
      headers: new Headers(init.headers),
      body: typeof init.body === "string" ? JSON.parse(init.body) : undefined,
      credentials: init.credentials,
    };
    this.requests.push(request);
    const found = this.#answers.get(`${request.method} ${request.path}`);
    const reply = typeof found === "function" ? found(request) : found;
    if (reply === "unreachable") throw new TypeError("Failed to fetch");
    return responseFrom(reply ?? problem(404, "not_found"));
  };
}

export function problem(status: number, code: string, extra: Partial<Problem> = {}): Reply {
  return {
    status,
    body: { type: "about:blank", title: code, status, code, ...extra },
    headers: { "Content-Type": "application/problem+json" },
  };
}

function responseFrom({ status = 200, body, headers = {} }: Reply): Response {
  const text = status === 204 || status === 304 ? null : JSON.stringify(body);
  return new Response(text, { status, headers });
}

/** A published comment; `minute` is its age order. */
export function sampleComment(id: string, minute = 0, extra: Partial<Comment> = {}): Comment {
  return {
    id,
    author: { name: `Author of ${id}`, avatar: `salt-${id}` },
    html: `<p>Text of ${id}</p>`,
    created_at: new Date(Date.UTC(2026, 9, 12, 8, minute)).toISOString(),
    likes: 0,
    ...extra,
  };
}

export function samplePage(comments: Comment[], extra: Partial<CommentPage> = {}): CommentPage {
  return {
    story: { id: "ferry", state: "open", count: comments.length },
    comments,
    next: null,
    ...extra,
  };
}
