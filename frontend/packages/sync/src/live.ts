// The live feed: one socket, subscriptions that resume from their etag, and a page that knows when it does not know.
import { pause, type Chance, type Timers } from "./ports.ts";

export interface Socket {
  send(text: string): void;
  close(): void;
  onopen: (() => void) | null;
  onmessage: ((text: string) => void) | null;
  onclose: (() => void) | null;
}

export type Frame = { type: string; id?: string } & Record<string, unknown>;

/** "live": frames arrive; "polling": answers to polls do; "lost": neither, so nothing shown is certain. */
export type Connection = "connecting" | "live" | "polling" | "lost";

export interface LivePorts {
  open(): Socket;
  hello(): Record<string, unknown>;
  timers: Timers;
  chance: Chance;
  /** Read by HTTP instead; resolves when the answer has been taken in. */
  poll(): Promise<void>;
  onFrame(frame: Frame): void;
  onConnection(connection: Connection): void;
}

export const SILENCE_MS = 30_000;
export const BEAT_MS = 15_000;
export const POLL_MS = 15_000;
/** A poll without an answer for so long: what is shown is not certain any more. */
export const POLL_PATIENCE_MS = 10_000;
/** How soon a check must be answered. */
const CHECK_MS = 3_000;
/** Failures to connect after which polling begins beside the attempts. */
export const POLL_AFTER = 2;

export class LiveClient {
  connection: Connection = "connecting";

  private readonly ports: LivePorts;
  private readonly wanted = new Map<string, () => Record<string, unknown>>();
  private socket: Socket | null = null;
  private welcomed = false;
  private failures = 0;
  private stopped = true;
  private silence: number | null = null;
  private beat: number | null = null;
  private retry: number | null = null;
  private polling: number | null = null;
  private overdue: number | null = null;

  constructor(ports: LivePorts) {
    this.ports = ports;
  }

  start(): void {
    if (!this.stopped) return;
    this.stopped = false;
    this.connect();
  }

  stop(): void {
    this.stopped = true;
    this.dropSocket();
    for (const timer of [this.silence, this.beat, this.retry, this.polling, this.overdue]) this.clear(timer);
    this.silence = this.beat = this.retry = this.polling = this.overdue = null;
  }

  /** Subscribe, or change a subscription: `describe` is asked at every (re)connection, so that it resumes. */
  subscribe(id: string, describe: () => Record<string, unknown>): void {
    this.wanted.set(id, describe);
    if (this.welcomed) this.say({ type: "subscribe", id, ...describe() });
  }

  /** Follow this no longer; what is still on its way is not for the page any more. */
  unsubscribe(id: string): void {
    if (this.wanted.delete(id)) this.say({ type: "unsubscribe", id });
  }

  /** Tell the server something at once, if it hears. */
  say(frame: Frame): void {
    if (this.welcomed) this.socket?.send(JSON.stringify(frame));
  }

  /** The page woke up, or is about to rely on what it shows: ask anew, and reconnect if no frame comes back. */
  check(): void {
    if (this.stopped) return;
    if (!this.welcomed) {
      this.clear(this.retry);
      this.failures = Math.min(this.failures, POLL_AFTER);
      if (!this.socket) this.connect();
      void this.pollOnce(CHECK_MS);
      return;
    }
    for (const [id, describe] of this.wanted) this.say({ type: "subscribe", id, ...describe() });
    this.expectFrame(CHECK_MS);
  }

  private connect(): void {
    this.retry = null;
    const socket = this.ports.open();
    this.socket = socket;
    socket.onopen = () => socket.send(JSON.stringify({ type: "hello", ...this.ports.hello() }));
    socket.onmessage = (text) => {
      if (this.socket === socket) this.hear(text);
    };
    socket.onclose = () => {
      if (this.socket === socket) this.fail();
    };
    this.expectFrame(SILENCE_MS);
  }

  private hear(text: string): void {
    this.expectFrame(SILENCE_MS);
    const frame = frameOf(text);
    if (!frame) return;
    if (frame.type === "welcome") this.welcome();
    this.ports.onFrame(frame);
    if (this.welcomed) this.become("live");
  }

  private welcome(): void {
    this.welcomed = true;
    this.failures = 0;
    this.clear(this.polling);
    this.clear(this.overdue);
    this.polling = this.overdue = null;
    for (const [id, describe] of this.wanted) this.say({ type: "subscribe", id, ...describe() });
    this.clear(this.beat);
    const beat = (): void => {
      this.say({ type: "beat" });
      this.beat = this.ports.timers.set(beat, BEAT_MS);
    };
    this.beat = this.ports.timers.set(beat, BEAT_MS);
  }

  private fail(): void {
    this.dropSocket();
    if (this.stopped) return;
    if (this.connection !== "polling") this.become("lost");
    this.failures += 1;
    this.retry = this.ports.timers.set(() => this.connect(), pause(this.failures - 1, this.ports.chance));
    if (this.failures >= POLL_AFTER && this.polling === null) void this.pollOnce();
  }

  private async pollOnce(patience = POLL_PATIENCE_MS): Promise<void> {
    this.clear(this.polling);
    this.polling = this.ports.timers.set(() => void this.pollOnce(), POLL_MS);
    // A request may be held for ever instead of failing; its answer, should it come, counts again.
    this.clear(this.overdue);
    this.overdue = this.ports.timers.set(() => this.become("lost"), patience);
    let said: Connection = "polling";
    try {
      await this.ports.poll();
    } catch {
      said = "lost";
    }
    if (this.welcomed || this.stopped) return;
    this.clear(this.overdue);
    this.become(said);
  }

  private expectFrame(ms: number): void {
    this.clear(this.silence);
    this.silence = this.ports.timers.set(() => this.fail(), ms);
  }

  private dropSocket(): void {
    const socket = this.socket;
    this.socket = null;
    this.welcomed = false;
    this.clear(this.silence);
    this.clear(this.beat);
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }

  private become(connection: Connection): void {
    if (this.connection === connection) return;
    this.connection = connection;
    this.ports.onConnection(connection);
  }

  private clear(timer: number | null): void {
    if (timer !== null) this.ports.timers.clear(timer);
  }
}

function frameOf(text: string): Frame | null {
  try {
    const found: unknown = JSON.parse(text);
    return typeof found === "object" && found !== null && "type" in found ? (found as Frame) : null;
  } catch {
    return null;
  }
}
