// On which line of a JSON text something is.

const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

interface Level {
  /** Undefined in an object until a key was read. */
  step: string | undefined;
  isArray: boolean;
  index: number;
}

/** The line (from 1) of the longest beginning of the path that is in the text. */
export function lineOfPath(text: string, path: string): number {
  let found = { length: 0, at: 0 };
  const levels: Level[] = [];
  const tell = (at: number) => {
    const here = levels.map(({ step }) => step).join(".");
    const isOnWay = path === here || path.startsWith(`${here}.`);
    if (isOnWay && here.length > found.length) found = { length: here.length, at };
  };
  for (const { 0: word, index: at } of text.matchAll(token)) {
    const level = levels[levels.length - 1];
    const isKey = level && !level.isArray && level.step === undefined;
    if (word === ",") {
      if (level?.isArray) level.step = String(++level.index);
      else if (level) level.step = undefined;
    } else if (word === "}" || word === "]") levels.pop();
    else if (isKey && word.startsWith('"')) {
      level.step = keyIn(word);
      tell(at);
    } else if (word !== ":") {
      if (level?.isArray) tell(at);
      if (word === "{") levels.push({ step: undefined, isArray: false, index: 0 });
      if (word === "[") levels.push({ step: "0", isArray: true, index: 0 });
    }
  }
  return lineAt(text, found.at);
}

function keyIn(word: string): string {
  try {
    return JSON.parse(word) as string;
  } catch {
    return word;
  }
}

export function lineAt(text: string, at: number): number {
  return text.slice(0, at).split("\n").length;
}
