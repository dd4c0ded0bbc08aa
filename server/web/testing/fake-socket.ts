// The other end of a live feed.

import type { Socket } from "../shared/live-feed.ts";

export class FakeSocket implements Socket {
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: (() => void) | null = null;
  isClosed = false;
  readonly url: string;

  constructor(url: string) {
    this.url = url;
  }

  close(): void {
    this.isClosed = true;
  }

  /** What the server does. */
  say(message: unknown): void {
    this.onmessage?.({ data: typeof message === "string" ? message : JSON.stringify(message) });
  }

  breakOff(): void {
    this.onclose?.();
  }
}

export class FakeSockets {
  readonly all: FakeSocket[] = [];

  readonly connect = (url: string): FakeSocket => {
    const socket = new FakeSocket(url);
    this.all.push(socket);
    return socket;
  };

  get last(): FakeSocket {
    const last = this.all[this.all.length - 1];
    if (!last) throw new Error("nothing has connected");
    return last;
  }
}
