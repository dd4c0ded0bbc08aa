// Readers who read: over and over the stories' pages, each answer held against the model.

import {sleep} from "./random.mjs";

const attemptMsMax = 8_000;

/** All comments of a list with replies; `askedAt` is when its page was asked for. */
export function flat(comments) {
  return comments.flatMap((each) => [each, ...flat(each.replies ?? [])]);
}

async function page(installation, story, query) {
  const askedAt = performance.now();
  const answer = await fetch(`${installation.comments(story)}?${new URLSearchParams(query)}`,
    {signal: AbortSignal.timeout(attemptMsMax)});
  if (!answer.ok) throw new Error(`the list of ${story} answers ${answer.status}`);
  const body = await answer.json();
  return {...body, comments: flat(body.comments), askedAt};
}

/** Every comment of a story, page by page; each page goes to `see` as soon as it is there. */
export async function readAll(installation, story, see = () => {}) {
  const all = [];
  let next;
  do {
    const got = await page(installation, story, next ? {cursor: next} : {});
    see(got);
    all.push(...got.comments);
    next = got.next;
  } while (next);
  return all;
}

export class Readers {
  #reading = true;

  constructor(installation, model, random, {count, stories}) {
    Object.assign(this, {installation, model, random, stories});
    this.done = Promise.all(Array.from({length: count}, () => this.#read()));
  }

  async finish() {
    this.#reading = false;
    await this.done;
  }

  async #read() {
    const see = ({comments, askedAt}) => {
      this.model.reads += 1;
      for (const each of comments) this.model.seen(each, askedAt, "a list");
    };
    while (this.#reading) {
      const story = this.random.pick(this.stories);
      try {
        if (this.random.next() < 0.02) await readAll(this.installation, story, see);
        else see(await page(this.installation, story, {sort: this.random.pick(
          ["oldest", "oldest", "oldest", "newest"])}));
      } catch {
        // Away; readers come back.
      }
      await sleep(this.random.between(5, 60));
    }
  }
}
