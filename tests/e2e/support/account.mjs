// Somebody at the desk's API, by a session or by a token, whose answers a test looks at.

export class Account {
  #server;
  #headers;

  constructor(server, headers, session = undefined) {
    this.#server = server;
    this.#headers = headers;
    this.session = session;
  }

  static passwordOf(name) {
    return `the password of ${name}`;
  }

  /** Adds a moderator on these sites ("all", or "a,b") and signs them in. */
  static async add(server, name, role = "moderator", sites = "all") {
    const words = ["moderator", "add", name, "--role", role, "--sites", sites, "--password-stdin"];
    await server.command(words, `${Account.passwordOf(name)}\n`);
    return Account.signIn(server, name);
  }

  /** `more`: a code, or another password. `headers`: what the browser sends along. */
  static async signIn(server, name, more = {}, headers = {}) {
    const json = {name, password: Account.passwordOf(name), ...more};
    return Account.from(server, await post(server, "session", json, headers));
  }

  /** Whom a response with a session makes of its reader. */
  static async from(server, answer) {
    const session = await answer.json();
    const [cookie] = answer.headers.get("set-cookie")?.split(";") ?? [];
    const headers = {...(cookie && {cookie}), "x-csrf-token": session.csrf_token ?? ""};
    return Object.assign(new Account(server, headers, session),
      {status: answer.status, code: session.code, retryAfter: answer.headers.get("retry-after")});
  }

  static byToken(server, token) {
    return new Account(server, {authorization: `Bearer ${token}`});
  }

  get headers() {
    return this.#headers;
  }

  /** Resolves to {status, body, code}. `headers` goes before one's own. */
  async ask(method, path, json = undefined, headers = {}) {
    const answer = await fetch(`${this.#server.url}/api/v1/desk/${path}`, {
      method,
      headers: {...(json && {"content-type": "application/json"}), ...this.#headers, ...headers},
      body: json && JSON.stringify(json),
    });
    const text = await answer.text();
    const body = answer.headers.get("content-type")?.includes("json") ? JSON.parse(text) : text;
    return {status: answer.status, body, code: body?.code};
  }

  async statusOf(...request) {
    return (await this.ask(...request)).status;
  }
}

/** A request that needs no session. */
export function post(server, path, json, headers = {}) {
  return fetch(`${server.url}/api/v1/desk/${path}`, {
    method: "POST",
    headers: {"content-type": "application/json", ...headers},
    body: JSON.stringify(json),
  });
}
