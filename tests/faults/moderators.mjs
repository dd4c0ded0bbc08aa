// Moderators who approve and remove, each decision until its outcome is certain.

import {sleep} from "./random.mjs";

const attemptMsMax = 8_000;
const stateAfter = {approve: "published", reject: "rejected", spam: "spam"};

export class Moderators {
  #working = true;
  conflicts = 0;
  unanswered = 0;

  constructor(installation, model, random, token, {count}) {
    Object.assign(this, {installation, model, random});
    this.headers = {authorization: `Bearer ${token}`, "content-type": "application/json"};
    this.done = Promise.all(Array.from({length: count}, () => this.#work()));
  }

  async finish() {
    this.#working = false;
    await this.done;
  }

  async #work() {
    while (this.#working) {
      await sleep(this.random.between(10, 120));
      const {facts} = this.model;
      const fact = facts[this.random.below(facts.length)];
      if (fact?.id === undefined || fact.isBusy) continue;
      fact.isBusy = true;
      await this.#decide(fact, this.#chooseFor(fact));
      fact.isBusy = false;
    }
  }

  #chooseFor({kind, state}) {
    if (state === "published") return this.random.pick(["reject", "spam"]);
    if (kind === "banned") return "spam";
    return this.random.pick(["approve", "approve", "reject"]);
  }

  async #decide(fact, action) {
    const wanted = stateAfter[action];
    if (wanted === "published") fact.beginApproval();
    for (;;) {
      const found = await this.ask("GET", `comments/${fact.id}`);
      if (found?.state === wanted) break;
      if (found) {
        const answer = await this.ask("POST", "decisions",
          {decisions: [{comment: fact.id, revision: found.revision, action}]});
        const status = answer?.results?.[0].status;
        if (status === "done") break;
        if (status === "conflict") this.conflicts += 1;
        else this.unanswered += 1;
      }
      await sleep(this.random.between(50, 300));
    }
    this.model.decisions += 1;
    fact.decided(wanted, performance.now());
  }

  /** What the desk answers, or nothing where it does not, or does not know. */
  async ask(method, path, body) {
    try {
      const answer = await fetch(`${this.installation.url}/api/v1/desk/${path}`, {
        method,
        headers: this.headers,
        body: body && JSON.stringify(body),
        signal: AbortSignal.timeout(attemptMsMax),
      });
      if (answer.ok) return await answer.json();
      if (![404, 500, 503].includes(answer.status))
        this.model.complain(`the desk answers ${answer.status} to ${method} ${path}`);
    } catch {
      // Away.
    }
    return undefined;
  }
}
