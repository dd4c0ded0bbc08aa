// What was acknowledged, and what follows from it. Readers' views are held against it at once.

const violationsOfAKindMax = 4;
/** Words that no list of bad ones is reminded of, however they are put together. */
const words = ("amber birch cedar delta ember fjord grove heron ivory jetty kelp lotus maple "
  + "north olive pearl").split(" ");

/** Comments are known by their authors' names, which the readers see: "Reader birch kelp …". */
export function nameOf(number) {
  const name = ["Reader"];
  for (let rest = number; name.length < 6; rest = Math.floor(rest / words.length))
    name.push(words[rest % words.length]);
  return name.join(" ");
}

/** One comment on its way: what was written, and what is known of it. */
export class Fact {
  id = undefined;
  token = undefined;
  /** It passes the filters, or a moderator has begun to approve it. */
  mayShow = false;
  /** When a removal was acknowledged; until an approval begins. */
  removedAt = Infinity;
  /** Somebody decides it at the moment. */
  isBusy = false;

  constructor(number, kind, story, key) {
    Object.assign(this, {number, kind, story, key, name: nameOf(number)});
    this.state = {plain: "published", banned: "rejected", suspect: "pending"}[kind];
    this.mayShow = kind === "plain";
  }

  beginApproval() {
    this.mayShow = true;
    this.removedAt = Infinity;
  }

  decided(state, at) {
    this.state = state;
    if (state === "published") return;
    this.removedAt = at;
  }
}

export class Model {
  facts = [];
  #byName = new Map();
  violations = [];
  violationCount = 0;
  #kinds = new Map();
  reads = 0;
  decisions = 0;

  add(kind, story, key) {
    const fact = new Fact(this.facts.length, kind, story, key);
    this.facts.push(fact);
    this.#byName.set(fact.name, fact);
    return fact;
  }

  get acknowledged() {
    return this.facts.filter(({id}) => id !== undefined);
  }

  acknowledge(fact, {id, author_token: token}) {
    if (fact.id !== undefined && fact.id !== id)
      this.complain(`${fact.name} was acknowledged as ${fact.id} and as ${id}`);
    fact.id = id;
    fact.token = token;
  }

  /** Readers see this comment; their question was asked at this moment. */
  seen(comment, askedAt, where) {
    const fact = this.#byName.get(comment.author.name);
    if (!fact) return this.complain(`${where} shows ${comment.author.name}, who wrote nothing`);
    if (fact.id !== undefined && fact.id !== comment.id)
      this.complain(`${where} shows ${fact.name} as ${comment.id}, acknowledged as ${fact.id}`);
    if (!fact.mayShow)
      this.complain(`${where} shows ${fact.kind} ${fact.name}, which nobody approved`);
    // What was removed after the question was asked may still be in the answer.
    if (askedAt > fact.removedAt)
      this.complain(`${where} shows ${fact.name} to a question that was asked ` +
        `${Math.round(askedAt - fact.removedAt)} ms after its removal was acknowledged`);
  }

  complain(what) {
    this.violationCount += 1;
    const kind = what.replace(/Reader( [a-z]{4,5}){5}|\d+|[-0-9a-f]{36}/g, "");
    const before = this.#kinds.get(kind) ?? 0;
    this.#kinds.set(kind, before + 1);
    if (before < violationsOfAKindMax) this.violations.push(what);
  }
}
