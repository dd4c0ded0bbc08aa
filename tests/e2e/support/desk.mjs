// A moderator who works through the API.

import assert from "node:assert/strict";

/** Fills in the form that the desk begins with. */
export async function signInOn(page, name, password) {
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", {name: "Sign in"}).click();
}

export class Desk {
  #server;
  #headers;

  constructor(server, headers) {
    this.#server = server;
    this.#headers = headers;
  }

  /** Makes the moderator, and signs them in. */
  static async signIn(server, name, password) {
    await server.addModerator(name, password);
    const answer = await fetch(`${server.url}/api/v1/desk/session`, {
      method: "POST",
      headers: {"content-type": "application/json"},
      body: JSON.stringify({name, password}),
    });
    assert.equal(answer.status, 200);
    const {csrf_token: token} = await answer.json();
    const [cookie] = answer.headers.get("set-cookie").split(";");
    return new Desk(server, {cookie, "x-csrf-token": token, "content-type": "application/json"});
  }

  closeStory(story) {
    return this.#send("PATCH", `stories/demo/${story}`, {state: "closed"});
  }

  /** The day is "2026-11-24". */
  dateStory(story, day) {
    return this.#send("PATCH", `stories/demo/${story}`, {published_at: day});
  }

  /** Resolves to the outcome; the comment is as `comment` gave it. */
  async decide({id, revision}, action, reason = undefined) {
    const decisions = [{comment: id, revision, action, reason}];
    const {results: [outcome]} = await this.#send("POST", "decisions", {decisions});
    return outcome;
  }

  /** `form`: the new text, and why. */
  edit({id, revision}, form) {
    return this.#send("POST", `comments/${id}/edits`, {revision, ...form});
  }

  /** Resolves to a page of comments. */
  list(query) {
    return this.#send("GET", `comments?${query}`);
  }

  /** Lets no comment on the story appear before it is approved. */
  preModerate(story) {
    return this.#send("PATCH", `stories/demo/${story}`, {state: "pre_moderated"});
  }

  /** Resolves to the comment as the desk sees it, with what happened to it. */
  comment(id) {
    return this.#send("GET", `comments/${id}`);
  }

  /** Resolves to the ban; `where` says in which site or story, and for how many days. */
  ban(pseudonym, where = {}) {
    return this.#send("POST", `authors/${pseudonym}/bans`, where);
  }

  liftBan({id}) {
    return this.#send("DELETE", `bans/${id}`);
  }

  async #send(method, path, body) {
    const answer = await fetch(`${this.#server.url}/api/v1/desk/${path}`, {
      method,
      headers: this.#headers,
      body: body && JSON.stringify(body),
    });
    assert.ok(answer.ok, `${method} ${path}: ${answer.status}`);
    return answer.status === 204 ? undefined : answer.json();
  }
}
