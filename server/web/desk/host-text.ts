// Hosts as people read them: "xn--mnchen-3ya.example" is "münchen.example".

const base = 36;
const [tMin, tMax, skew, damp] = [1, 26, 38, 700];
const [firstBias, firstPoint] = [72, 128];
const lastPoint = 0x10ffff;

/** What cannot be read so stays as it is on the wire. */
export function readableHost(host: string): string {
  return host
    .split(".")
    .map((label) => (label.startsWith("xn--") ? (decoded(label.slice(4)) ?? label) : label))
    .join(".");
}

/** Punycode, RFC 3492: plain letters first, then where the others are put in. */
function decoded(label: string): string | undefined {
  const end = Math.max(0, label.lastIndexOf("-"));
  const points = Array.from(label.slice(0, end), (letter) => letter.charCodeAt(0));
  let [point, bias, at] = [firstPoint, firstBias, 0];
  for (let read = end > 0 ? end + 1 : 0; read < label.length; ) {
    const before = at;
    let weight = 1;
    for (let step = base; ; step += base) {
      const digit = digitOf(label[read++]);
      if (digit === undefined) return undefined;
      at += digit * weight;
      const threshold = Math.min(tMax, Math.max(tMin, step - bias));
      if (digit < threshold) break;
      weight *= base - threshold;
    }
    const count = points.length + 1;
    bias = adapted(at - before, count, before === 0);
    point += Math.floor(at / count);
    at %= count;
    if (point > lastPoint) return undefined;
    points.splice(at++, 0, point);
  }
  return String.fromCodePoint(...points);
}

function digitOf(letter: string | undefined): number | undefined {
  if (letter === undefined || !/^[a-z0-9]$/i.test(letter)) return undefined;
  const value = Number.parseInt(letter, base);
  // Letters count before numerals.
  return value < 10 ? value + 26 : value - 10;
}

function adapted(delta: number, count: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? damp : 2));
  rest += Math.floor(rest / count);
  let steps = 0;
  for (; rest > ((base - tMin) * tMax) / 2; steps += base) rest = Math.floor(rest / (base - tMin));
  return steps + Math.floor(((base - tMin + 1) * rest) / (rest + skew));
}
