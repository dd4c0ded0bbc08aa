// What is in the store, asked for through the desk and through the readers' pages.

const password = "replay replay replay";
const pageSize = 200;

/** All comments of the store as the desk lists them, in every state. */
export async function readRecord(server) {
  const cookie = await signIn(server);
  const all = [];
  for (const state of ["published", "pending", "rejected", "spam"]) {
    let cursor = "";
    do {
      const query = new URLSearchParams({state, limit: pageSize, ...(cursor && {cursor})});
      const answer = await fetch(`${server.url}/api/v1/desk/comments?${query}`,
        {headers: {cookie}});
      if (!answer.ok) throw new Error(`the desk answers ${answer.status}`);
      const page = await answer.json();
      all.push(...page.comments);
      cursor = page.next;
    } while (cursor);
  }
  return all;
}

async function signIn(server) {
  await server.addModerator("replay", password).catch(() => {}); // There from an earlier run.
  const answer = await fetch(`${server.url}/api/v1/desk/session`, {
    method: "POST",
    headers: {"content-type": "application/json"},
    body: JSON.stringify({name: "replay", password}),
  });
  if (!answer.ok) throw new Error(`signing in is answered with ${answer.status}`);
  return answer.headers.get("set-cookie").split(";")[0];
}

/** Ids on a story's public pages. */
export async function listedIds(server, story) {
  const ids = [];
  const collect = (comments) => comments.forEach((comment) => {
    ids.push(comment.id);
    collect(comment.replies);
  });
  let cursor = "";
  do {
    const query = cursor ? `?cursor=${encodeURIComponent(cursor)}` : "";
    const answer = await fetch(server.comments(story) + query);
    if (!answer.ok) throw new Error(`the list of ${story} answers ${answer.status}`);
    const page = await answer.json();
    collect(page.comments);
    cursor = page.next;
  } while (cursor);
  return ids;
}

/** Reads stories over and over and keeps every id that was ever listed. */
export class ListWatcher {
  listed = new Set();
  reads = 0;
  #watching = true;

  constructor(server, stories) {
    this.done = this.#watch(server, stories);
  }

  async #watch(server, stories) {
    while (this.#watching)
      for (const story of stories) {
        const ids = await listedIds(server, story).catch(() => []); // The server may be away.
        ids.forEach((id) => this.listed.add(id));
        this.reads += 1;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
  }

  async stop() {
    this.#watching = false;
    await this.done;
  }
}
