// A wall clock for the server's processes that can be set forward and back, see stepped_clock.c.

import {execFileSync} from "node:child_process";
import {closeSync, openSync, writeFileSync, writeSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";

const source = fileURLToPath(new URL("stepped_clock.c", import.meta.url));

export class SteppedClock {
  env = {};

  constructor(directory, program) {
    this.file = join(directory, "clock");
    writeFileSync(this.file, Buffer.alloc(8));
    const library = join(directory, "stepped_clock.so");
    this.why = whyNot(program, library);
    this.works = this.why === "";
    if (this.works) this.env = {LD_PRELOAD: library, STEPPED_CLOCK: this.file};
  }

  /** How far the clock is from the right time. In place: the processes have the file mapped. */
  set(seconds) {
    const bytes = Buffer.alloc(8);
    bytes.writeBigInt64LE(BigInt(seconds));
    const file = openSync(this.file, "r+");
    writeSync(file, bytes, 0, 8, 0);
    closeSync(file);
  }
}

function whyNot(program, library) {
  const linked = execFileSync("ldd", [program], {encoding: "utf8"});
  if (/lib[at]san/.test(linked)) return "a sanitizer wants to be the first library";
  try {
    execFileSync("gcc", ["-O1", "-shared", "-fPIC", "-o", library, source, "-ldl"],
      {stdio: ["ignore", "ignore", "pipe"]});
    return "";
  } catch (error) {
    return `its library cannot be compiled: ${String(error.stderr ?? error.message).trim()}`;
  }
}
