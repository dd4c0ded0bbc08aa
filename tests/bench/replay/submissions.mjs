// Comments as readers would post them: with names of their own and canary addresses, which must
// never be seen again anywhere.

import {randomUUID} from "node:crypto";

const firstNames = ["Ada", "Bjørn", "Chiara", "Dmitri", "Ewa", "Fatima", "Grace", "Hiro", "Inês",
  "Jamal", "Katarína", "Lê", "Márta", "Noor", "Oluwaseun", "Priya"];
const lastNames = ["Archer", "Berg", "Costa", "Diaz", "Egede", "Fischer", "Gupta", "Haddad",
  "Ivanova", "Jensen", "Kowalska", "Lindt", "Moreau"];

export function nameOf(i) {
  return `${firstNames[i % firstNames.length]} ${lastNames[i % lastNames.length]}`;
}

/** A submission for each record of {story, text, spam}; `run` keeps the canaries of runs apart. */
export function submissionsFor(records, run) {
  return records.map((record, i) => ({
    story: record.story,
    isSpam: record.spam === "1",
    key: randomUUID(),
    comment: {
      name: nameOf(i),
      email: `Canary.${run}.${i}@Canary-Mail.example`,
      text: record.text,
    },
  }));
}

/** Comments made up for a test that has no collection at hand: none alike, some to be held. */
export function madeUpRecords(count, stories = 3) {
  const subjects = ["The bridge", "Our school", "The new tram", "The harbour", "The old mill"];
  const claims = ["deserves a second look", "cost more than anybody said", "was worth the wait",
    "will be missed by everyone I know", "is what we should be proud of"];
  return Array.from({length: count}, (_, i) => ({
    story: `story-${i % stories}`,
    spam: i % 10 === 0 ? "1" : "0",
    text: `${subjects[i % 5]} ${claims[Math.floor(i / 5) % 5]}, says ${nameOf(i * 7)} of house ` +
      `${i}, and number ${(i * 7919) % 10_007} agrees.` +
      (i % 10 === 0 ? ` See http://a${i}.example http://b${i}.example http://c${i}.example` : ""),
  }));
}
