// A feed of events over WebSocket that resumes where it broke off.

/** What the feed needs of a WebSocket; tests bring their own. */
export interface Socket {
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: (() => void) | null;
  close(): void;
}

export type FeedState =
  /** Not started, or stopped. */
  | "off"
  | "connecting"
  | "live"
  /** Broken off; will connect again after a pause. */
  | "waiting";

export interface LiveFeedSettings<Event> {
  /** Address to connect to, given the id of the last event seen. */
  url: (since: string | undefined) => string;
  onEvent: (event: Event) => void;
  /**
   * Events may have been missed: fetch what is shown anew. Also called after the first connection,
   * since something may have happened between loading the page and connecting.
   */
  onGap: (reason: "first" | "resync") => void;
  onState?: (state: FeedState) => void;
  connect?: (url: string) => Socket;
  /** Between 0 and 1. Spreads the readers of a server that comes back. */
  random?: () => number;
}

const firstPauseMs = 1_000;
const longestPauseMs = 60_000;
/** A connection that says nothing at all for so long will not say anything any more. */
const helloWithinMs = 10_000;
/** Only a connection that held for so long makes the next pause a short one again. */
const steadyAfterMs = 5_000;

/** The pause before an attempt: doubles up to a minute, of which a random half is waited. */
export function pauseBefore(failures: number, random: number): number {
  const whole = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(failures, 10));
  return Math.round(whole / 2 + (whole / 2) * random);
}

/** Ids are decimal numbers of any length without leading zeros. */
export function isLater(id: string, than: string): boolean {
  return id.length === than.length ? id > than : id.length > than.length;
}

/** An event without an id is of the moment: it is not resumed from. */
export class LiveFeed<Event extends { id?: string | undefined; type: string }> {
  readonly #settings: LiveFeedSettings<Event>;
  #state: FeedState = "off";
  #socket: Socket | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #steadyTimer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #lastId: string | undefined;
  #helloId: string | undefined;

  constructor(settings: LiveFeedSettings<Event>) {
    this.#settings = settings;
  }

  get state(): FeedState {
    return this.#state;
  }

  /** How many attempts in a row did not become a connection that held. */
  get failures(): number {
    return this.#failures;
  }

  start(): void {
    if (this.#state === "off") this.#connect();
  }

  /** Keeps the place: starting again resumes from there. */
  stop(): void {
    this.#drop();
    this.#enter("off");
  }

  /** Ends a pause early: the network is said to be back, or the page is looked at again. */
  hurry(): void {
    if (this.#state !== "waiting") return;
    clearTimeout(this.#timer);
    this.#connect();
  }

  #connect(): void {
    this.#enter("connecting");
    this.#helloId = undefined;
    this.#timer = setTimeout(() => this.#retry(), helloWithinMs);
    let socket: Socket;
    try {
      const connect = this.#settings.connect ?? ((url) => new WebSocket(url) as Socket);
      socket = connect(this.#settings.url(this.#lastId));
    } catch {
      // A content security policy, or a browser without WebSocket.
      this.#retry();
      return;
    }
    this.#socket = socket;
    socket.onmessage = ({ data }) => this.#receive(data);
    socket.onclose = () => this.#retry();
  }

  #receive(data: unknown): void {
    const message = parse(data);
    if (message === undefined) return;
    if (message.type === "hello") this.#greet(message.id ?? "0");
    else if (message.type === "resync") this.#resync();
    else this.#deliver(message as Event);
  }

  #greet(id: string): void {
    clearTimeout(this.#timer);
    this.#steadyTimer = setTimeout(() => (this.#failures = 0), steadyAfterMs);
    this.#helloId = id;
    const isFirst = this.#lastId === undefined;
    // When resuming, the place moves on with each missed event that arrives, not before.
    if (isFirst) this.#lastId = id;
    this.#enter("live");
    if (isFirst) this.#settings.onGap("first");
  }

  #resync(): void {
    // Ids may have begun anew (a restored database), so the greeting counts even if it is lower.
    if (this.#helloId !== undefined) this.#lastId = this.#helloId;
    this.#settings.onGap("resync");
  }

  #deliver(event: Event): void {
    const { id } = event;
    if (id !== undefined && this.#lastId !== undefined && !isLater(id, this.#lastId)) return;
    this.#lastId = id ?? this.#lastId;
    this.#settings.onEvent(event);
  }

  #retry(): void {
    this.#drop();
    const pause = pauseBefore(this.#failures, (this.#settings.random ?? Math.random)());
    this.#failures += 1;
    this.#timer = setTimeout(() => this.#connect(), pause);
    this.#enter("waiting");
  }

  #drop(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#steadyTimer);
    const socket = this.#socket;
    this.#socket = undefined;
    if (!socket) return;
    socket.onmessage = null;
    socket.onclose = null;
    socket.close();
  }

  #enter(state: FeedState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#settings.onState?.(state);
  }
}

function parse(data: unknown): { id?: string; type: string } | undefined {
  if (typeof data !== "string") return undefined;
  try {
    const message = JSON.parse(data);
    return typeof message?.type === "string" ? message : undefined;
  } catch {
    return undefined;
  }
}
