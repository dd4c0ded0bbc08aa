// Readers who write: each comment is sent under one idempotency key until it is acknowledged, as
// the widget does; now and then one that is acknowledged is sent once more.

import {randomUUID} from "node:crypto";

import {sleep} from "./random.mjs";

const attemptMsMax = 8_000;
const pauseMsMost = 400;
const underWayMax = 300;
const sentAgainShare = 0.03;
const cutOffShare = 0.03;
const words = ("the ferry council river bridge morning market garden school library harbour winter "
  + "summer night bus tram street square museum teacher baker letter window road hill").split(" ");
const spice = {plain: "", banned: " motherfucker", suspect: " bullshit"};

export class Writers {
  underWay = new Set();
  retries = 0;
  refused = [];
  #writing = true;

  constructor(installation, model, random, {rate, stories}) {
    Object.assign(this, {installation, model, random, rate, stories});
    this.done = this.#write();
  }

  async #write() {
    const began = performance.now();
    for (let sent = 0; this.#writing; sent += 1) {
      await sleep(began + (sent * 1_000) / this.rate - performance.now());
      while (this.underWay.size >= underWayMax) await Promise.race(this.underWay);
      const sending = this.#send(this.#invent()).finally(() => this.underWay.delete(sending));
      this.underWay.add(sending);
    }
    await Promise.all(this.underWay);
  }

  /** Begins no more, and resolves when everything under way is acknowledged. */
  async finish() {
    this.#writing = false;
    await this.done;
  }

  /** One plain comment of this moment; resolves to its fact when acknowledged. */
  async write(story) {
    const fact = this.model.add("plain", story, randomUUID());
    await this.#send(fact);
    return fact;
  }

  #invent() {
    const chance = this.random.next();
    const kind = chance < 0.1 ? "banned" : chance < 0.25 ? "suspect" : "plain";
    return this.model.add(kind, this.random.pick(this.stories), randomUUID());
  }

  async #send(fact) {
    const text = [1, 2, 3, 4, 5].map(() => this.random.pick(words)).join(" ") + spice[fact.kind];
    const email = `canary.${fact.number}.${fact.key.slice(0, 8)}@readers.example`;
    const comment = {name: fact.name, email, text};
    for (;;) {
      const answer = await this.#attempt(fact, comment);
      if (answer?.status === 202) {
        this.model.acknowledge(fact, answer.body);
        if (this.random.next() >= sentAgainShare) return;
      } else if (answer && answer.status < 500 && answer.status !== 429) {
        this.refused.push(`${fact.name} was refused: ${answer.status} ${answer.body.code}`);
        return;
      } else {
        this.retries += 1;
      }
      await sleep(this.random.between(50, pauseMsMost));
    }
  }

  async #attempt(fact, comment) {
    // Some readers' connections break before they can hear the answer.
    const patience = this.random.next() < cutOffShare ? 5 : attemptMsMax;
    try {
      const answer = await this.installation.post(fact.story, comment,
        {"idempotency-key": fact.key}, AbortSignal.timeout(patience));
      return {status: answer.status, body: await answer.json()};
    } catch {
      return null; // The server is away, or went away before it answered.
    }
  }
}
