// A wall clock for the server's processes that can be set forward and back: libfaketime, if Debian's
// package is installed. What measures durations is left alone, as by a real step of the clock.

import {execFileSync} from "node:child_process";
import {existsSync, writeFileSync} from "node:fs";
import {join} from "node:path";

const library = "faketime/libfaketimeMT.so.1";
const folders = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu"];

export class FakeClock {
  constructor(directory, program) {
    this.file = join(directory, "clock");
    const found = folders.map((each) => join(each, library)).find(existsSync);
    this.why = found ? whyNot(program) : "the package faketime is not installed";
    this.works = this.why === "";
    this.env = {};
    if (!this.works) return;
    this.set(0);
    this.env = {
      LD_PRELOAD: found,
      FAKETIME_TIMESTAMP_FILE: this.file,
      FAKETIME_NO_CACHE: "1",
      FAKETIME_DONT_FAKE_MONOTONIC: "1",
      DONT_FAKE_MONOTONIC: "1",
    };
  }

  /** How far the clock is from the right time. */
  set(seconds) {
    writeFileSync(this.file, `${seconds < 0 ? "-" : "+"}${Math.abs(seconds)}s\n`);
  }
}

function whyNot(program) {
  const linked = execFileSync("ldd", [program], {encoding: "utf8"});
  return /lib[at]san/.test(linked) ? "a sanitizer wants to be the first library" : "";
}
