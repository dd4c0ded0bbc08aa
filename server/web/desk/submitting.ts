// What becomes of a form that is sent: at work, or why it was not taken.

import { formProblem } from "./form-problem.ts";
import type { DeskTranslator } from "./messages.ts";

interface Host {
  translator: DeskTranslator;
  requestUpdate(): void;
}

export class Submitting {
  readonly #host: Host;
  #isBusy = false;
  #problem = "";

  constructor(host: Host) {
    this.#host = host;
  }

  get isBusy(): boolean {
    return this.#isBusy;
  }

  /** In words; empty while there is none. */
  get problem(): string {
    return this.#problem;
  }

  /** Why it is not sent at all. */
  refuse(problem: string): void {
    this.#problem = problem;
    this.#host.requestUpdate();
  }

  /** Resolves to whether it was done. While one is under way, another is not begun. */
  async run(send: () => Promise<void>): Promise<boolean> {
    if (this.#isBusy) return false;
    this.#isBusy = true;
    this.#problem = "";
    this.#host.requestUpdate();
    let isDone = true;
    try {
      await send();
    } catch (error) {
      isDone = false;
      this.#problem = formProblem(this.#host.translator, error);
    }
    this.#isBusy = false;
    this.#host.requestUpdate();
    return isDone;
  }
}
