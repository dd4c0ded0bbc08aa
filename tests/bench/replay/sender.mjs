// Posts submissions at a steady rate, as many readers would: each on its own, again and again
// under the same idempotency key until the server has acknowledged it.

import {until} from "../../e2e/support/server.mjs";

const pauseMs = 150;
const attemptMsMax = 10_000;

export class Sender {
  /** Per submission: the ids it was acknowledged with (more than one would be doubling). */
  acknowledged = new Map();
  refused = [];
  latencies = [];
  retries = 0;

  constructor(server) {
    this.server = server;
  }

  /** Resolves when all are acknowledged or refused. `onProgress` gets how many are. */
  async sendAll(submissions, perSecond, onProgress = () => {}) {
    const began = performance.now();
    const sending = submissions.map(async (submission, i) => {
      await sleep(began + (i * 1000) / perSecond - performance.now());
      await this.send(submission);
      onProgress(this.acknowledged.size + this.refused.length);
    });
    await Promise.all(sending);
    return (performance.now() - began) / 1000;
  }

  async send(submission) {
    for (;;) {
      const began = performance.now();
      const answer = await this.attempt(submission);
      if (answer?.status === 202) {
        this.latencies.push(performance.now() - began);
        this.acknowledged.set(submission, answer.body.id);
        return;
      }
      if (answer && answer.status < 500 && answer.status !== 429) {
        this.refused.push({submission, ...answer});
        return;
      }
      this.retries += 1;
      await sleep(pauseMs);
    }
  }

  /** Sends what is acknowledged already once more: it must stay the same comment. */
  async sendAgain(submission) {
    const answer = await until(async () => {
      const one = await this.attempt(submission);
      return one?.status === 202 && one;
    }, "a repeated submission is not accepted");
    return answer.body.id === this.acknowledged.get(submission);
  }

  async attempt({story, comment, key}) {
    try {
      const answer = await this.server.post(story, comment, {"idempotency-key": key},
        AbortSignal.timeout(attemptMsMax));
      return {status: answer.status, body: await answer.json()};
    } catch {
      return null; // The server is away, or went away before it answered.
    }
  }
}

export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

function sleep(ms) {
  return ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : Promise.resolve();
}
