// One call of the desk's API, as the groups of calls need it.

export type DeskMethod = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** Throws ApiError. What is answered with 204 resolves to undefined. */
export type DeskCall = <T>(method: DeskMethod, path: string, body?: unknown) => Promise<T>;

/** "?site=courier&limit=50"; what is empty is left out. */
export function queryOf(values: Readonly<Record<string, string | number | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values))
    if (value !== undefined && value !== "") query.set(name, String(value));
  const text = String(query);
  return text && `?${text}`;
}

/** For a link to a download, which needs nothing but the session's cookie. */
export function deskAddress(path: string): string {
  return `/api/v1/desk${path}`;
}
