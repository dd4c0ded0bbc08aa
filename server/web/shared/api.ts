// The reader's calls.

import { request, type Fetch } from "./request.ts";
import type {
  CommentPage,
  CommentStatus,
  EditedComment,
  NewComment,
  NewReport,
  Receipt,
  StoryInfo,
} from "./types.ts";

export { ApiError } from "./request.ts";

export interface ReaderApiSettings {
  /** Origin (and path, if any) of the server, without a slash at the end. */
  server: string;
  site: string;
  fetch?: Fetch;
}

export type Sort = "oldest" | "newest" | "top";

/** What a page's author wrote, or the usual order. */
export function sortFrom(word: string | null): Sort {
  return word === "newest" || word === "top" ? word : "oldest";
}

export interface ListOptions {
  sort?: Sort;
  cursor?: string;
  /** ETag of the page at hand; the answer is then undefined when nothing changed. */
  etag?: string;
  signal?: AbortSignal;
}

/** One site's comments. No cookie is ever sent. */
export class ReaderApi {
  readonly #server: string;
  readonly #site: string;
  readonly #fetch: Fetch;

  constructor(settings: ReaderApiSettings) {
    this.#server = settings.server;
    this.#site = settings.site;
    this.#fetch = settings.fetch ?? ((url, init) => globalThis.fetch(url, init));
  }

  /** Undefined when the page still is the one of `options.etag`. */
  async list(
    story: string,
    options: ListOptions = {},
  ): Promise<{ page: CommentPage; etag: string | undefined } | undefined> {
    const query = new URLSearchParams();
    if (options.sort) query.set("sort", options.sort);
    if (options.cursor) query.set("cursor", options.cursor);
    const search = String(query) && `?${query}`;
    const { body, etag } = await request<CommentPage>(
      this.#fetch,
      `${this.#story(story)}/comments${search}`,
      {
        ...(options.etag ? { headers: { "If-None-Match": options.etag } } : {}),
        ...(options.signal ? { signal: options.signal } : {}),
      },
    );
    return body && { page: body, etag };
  }

  async story(story: string): Promise<StoryInfo> {
    const { body } = await request<StoryInfo>(this.#fetch, this.#story(story));
    return body as StoryInfo;
  }

  /** The same key with the same comment is the same submission, however often it is sent. */
  async post(story: string, comment: NewComment, idempotencyKey: string): Promise<Receipt> {
    const { body } = await request<Receipt>(this.#fetch, `${this.#story(story)}/comments`, {
      method: "POST",
      body: comment,
      headers: { "Idempotency-Key": idempotencyKey },
    });
    return body as Receipt;
  }

  /** With its author's token also while it is not published. */
  async comment(id: string, authorToken?: string): Promise<CommentStatus> {
    const { body } = await request<CommentStatus>(
      this.#fetch,
      this.#comment(id),
      authorToken ? { headers: { Authorization: `Bearer ${authorToken}` } } : {},
    );
    return body as CommentStatus;
  }

  /** Its author changes it; `revision` is the one that was seen. */
  async edit(
    id: string,
    authorToken: string,
    edit: { text: string; revision: number },
  ): Promise<EditedComment> {
    const { body } = await request<EditedComment>(this.#fetch, this.#comment(id), {
      method: "PATCH",
      body: edit,
      headers: { Authorization: `Bearer ${authorToken}` },
    });
    return body as EditedComment;
  }

  /** Its author takes it back; with `erase`, name, address and text are gone for good. */
  async withdraw(id: string, authorToken: string, erase: boolean): Promise<void> {
    await request(this.#fetch, this.#comment(id) + (erase ? "?erase=1" : ""), {
      method: "DELETE",
      headers: { Authorization: `Bearer ${authorToken}` },
    });
  }

  async report(id: string, report: NewReport): Promise<void> {
    await request(this.#fetch, `${this.#comment(id)}/reports`, { method: "POST", body: report });
  }

  /** Address of the story's WebSocket. */
  liveUrl(story: string, since?: string): string {
    const search = since === undefined ? "" : `?since=${encodeURIComponent(since)}`;
    return `${this.#story(story)}/live${search}`.replace(/^http/, "ws");
  }

  #comment(id: string): string {
    return `${this.#server}/api/v1/comments/${encodeURIComponent(id)}`;
  }

  #story(story: string): string {
    const site = encodeURIComponent(this.#site);
    return `${this.#server}/api/v1/sites/${site}/stories/${encodeURIComponent(story)}`;
  }
}
