// One HTTP request to the API: a typed answer, or an ApiError that says why not.

import type { FieldError, Problem } from "./types.ts";

const timeoutMs = 15_000;

/** Codes of this side, for what no server answered. */
export type LocalCode = "network" | "timeout" | "not_understood";

/** A refusal of the server, or no answer at all (`status` 0). */
export class ApiError extends Error {
  readonly status: number;
  /** The problem's stable code, or a LocalCode. */
  readonly code: string;
  readonly errors: readonly FieldError[];
  /** What Retry-After asked for. */
  readonly retryAfterSeconds: number | undefined;

  constructor(
    status: number,
    code: string,
    errors: readonly FieldError[] = [],
    retryAfterSeconds?: number,
  ) {
    super(`${status} ${code}`);
    this.name = "ApiError";
    this.status = status;
    this.code = code;
    this.errors = errors;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** Whether sending the very same thing again may help. */
  get isPassing(): boolean {
    return this.status === 0 || this.status >= 500;
  }
}

export interface RequestOptions {
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Sent as JSON. */
  body?: unknown;
  headers?: Record<string, string>;
  /** Cookies go only to the desk. */
  credentials?: "omit" | "same-origin";
  signal?: AbortSignal;
  /** Sent even where the page goes away meanwhile. */
  keepalive?: boolean;
}

export interface Answer<T> {
  status: number;
  etag: string | undefined;
  /** Undefined for 204 and 304. */
  body: T | undefined;
}

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Throws ApiError, or the AbortError of the caller's own signal; nothing else. */
export async function request<T>(
  fetch: Fetch,
  url: string,
  options: RequestOptions = {},
): Promise<Answer<T>> {
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), timeoutMs);
  const abort = () => deadline.abort();
  options.signal?.addEventListener("abort", abort);
  try {
    const headers: Record<string, string> = { Accept: "application/json", ...options.headers };
    const init: RequestInit = {
      method: options.method ?? "GET",
      headers,
      credentials: options.credentials ?? "omit",
      signal: deadline.signal,
    };
    if (options.keepalive) init.keepalive = true;
    if (options.body !== undefined) {
      headers["Content-Type"] = "application/json";
      init.body = JSON.stringify(options.body);
    }
    const response = await fetch(url, init);
    if (!response.ok && response.status !== 304) throw await problemOf(response);
    return {
      status: response.status,
      etag: response.headers.get("ETag") ?? undefined,
      body: hasBody(response) ? ((await response.json()) as T) : undefined,
    };
  } catch (error) {
    if (error instanceof ApiError || options.signal?.aborted) throw error;
    if (deadline.signal.aborted) throw new ApiError(0, "timeout");
    throw new ApiError(0, error instanceof SyntaxError ? "not_understood" : "network");
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener("abort", abort);
  }
}

function hasBody(response: Response): boolean {
  return response.status !== 204 && response.status !== 304;
}

/** A proxy in between may answer with a page of its own; its status is all that can be used. */
async function problemOf(response: Response): Promise<ApiError> {
  const problem = (await response.json().catch(() => ({}))) as Partial<Problem> | null;
  const seconds = Number(response.headers.get("Retry-After") ?? Number.NaN);
  return new ApiError(
    response.status,
    typeof problem?.code === "string" ? problem.code : codeFor(response.status),
    Array.isArray(problem?.errors) ? problem.errors : [],
    Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined,
  );
}

function codeFor(status: number): string {
  if (status === 413) return "payload_too_large";
  if (status === 429) return "too_many_requests";
  return status >= 500 ? "temporarily_unavailable" : "not_understood";
}
