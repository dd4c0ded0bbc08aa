// A small disk of its own for everything that the installation writes, which can be filled up.

import {execFileSync} from "node:child_process";
import {closeSync, mkdtempSync, openSync, rmSync, writeSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";

const sizeMb = 512;
const chunk = Buffer.alloc(1 << 20);

const aftermathMs = 5_000;

export class Disk {
  #fullUntil;

  constructor() {
    this.directory = mkdtempSync(join(tmpdir(), "rejoinder-faults-"));
    this.why = mount(this.directory);
    this.isSmall = this.why === "";
    this.#fullUntil = -Infinity;
  }

  /** Whether it is full, or was a moment ago: what ends because of it may take that long. */
  get isTrouble() {
    return performance.now() < this.#fullUntil;
  }

  /** Takes up every byte that is left. */
  fill() {
    this.#fullUntil = Infinity;
    const ballast = openSync(join(this.directory, "ballast"), "a");
    try {
      for (const piece of [chunk, chunk.subarray(0, 4096)])
        for (;;) if (writeSync(ballast, piece) < piece.length) break;
    } catch (error) {
      if (error.code !== "ENOSPC") throw error;
    } finally {
      closeSync(ballast);
    }
  }

  empty() {
    rmSync(join(this.directory, "ballast"), {force: true});
    this.#fullUntil = performance.now() + aftermathMs;
  }

  discard() {
    if (this.isSmall) execFileSync("umount", ["--lazy", this.directory]);
    rmSync(this.directory, {recursive: true, force: true});
  }
}

/** Why there is no disk of a size of its own; empty if there is. */
function mount(directory) {
  if (process.getuid() !== 0) return "only root may mount a small disk";
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${sizeMb}m`, "tmpfs", directory],
      {stdio: ["ignore", "ignore", "pipe"]});
    return "";
  } catch (error) {
    return `a small disk cannot be mounted here: ${String(error.stderr).trim()}`;
  }
}
