// The server's clock as this page measured it. The server decides; this only shows its deadlines.
import type { Timers } from "./ports.ts";

export class ServerClock {
  private readonly timers: Timers;
  private offset = 0;
  private doubt = Infinity;

  constructor(timers: Timers) {
    this.timers = timers;
  }

  now(): number {
    return this.timers.now() + this.offset;
  }

  /** The server said `at` (RFC 3339 or milliseconds) in an answer that took `tookMs`: the quickest answer is believed. */
  note(at: string | number | null | undefined, tookMs = 1_000): void {
    const said = typeof at === "string" ? Date.parse(at) : at;
    if (typeof said !== "number" || Number.isNaN(said) || tookMs > this.doubt) return;
    this.doubt = tookMs;
    this.offset = said + tookMs / 2 - this.timers.now();
  }

  /** A clock may be set while the page sleeps: measure anew. */
  forget(): void {
    this.doubt = Infinity;
  }
}
