// One action of a person, sent until it has an answer and counted once.
//   idle -> submitting -> slow -> veryslow -> done | refused | invalid | unknown -> (asked) -> submitting
import type { Entry, Journal } from "./journal.ts";
import { pause, type Chance, type Timers } from "./ports.ts";
import { verdictOf, type Reply, type Verdict } from "./verdict.ts";

export type Phase = "idle" | "submitting" | "slow" | "veryslow" | "unknown" | "refused" | "invalid" | "failed" | "done";

export interface LookUp {
  state: "none" | "in-flight" | "done";
  status?: number;
  body?: unknown;
}

export interface IntentPorts {
  /** Send one attempt; rejects when no answer came. */
  send(entry: Entry, signal: AbortSignal): Promise<Reply>;
  /** Ask what became of a key; rejects when no answer came. */
  lookUp(key: string, signal: AbortSignal): Promise<LookUp>;
  journal: Journal;
  timers: Timers;
  chance: Chance;
  newKey(): string;
}

export const SLOW_MS = 2_500;
export const VERY_SLOW_MS = 10_000;
export const ATTEMPT_MS = 20_000;
/** Answers of 5xx in a row after which the page stops asking by itself and says so. */
export const SERVER_FAILURES = 4;

const BUSY = new Set<Phase>(["submitting", "slow", "veryslow", "unknown", "done"]);

export class IntentRunner {
  phase: Phase = "idle";
  reply: Reply | null = null;
  /** Clicks that came while it was running: they counted for nothing. */
  ignored = 0;
  /** Seconds until the next attempt when the server said to wait. */
  waiting = 0;

  private readonly ports: IntentPorts;
  private readonly changed: (runner: IntentRunner) => void;
  private entry: Entry | null = null;
  private timers: number[] = [];
  private abort: AbortController | null = null;
  private failures = 0;
  private serverFailures = 0;

  constructor(ports: IntentPorts, changed: (runner: IntentRunner) => void) {
    this.ports = ports;
    this.changed = changed;
  }

  get busy(): boolean {
    return BUSY.has(this.phase);
  }

  get note(): string {
    return this.entry?.note ?? "";
  }

  /** Begin an intent. False, and nothing is sent, while one is running. */
  submit(path: string, body: unknown, note = ""): boolean {
    if (this.busy) {
      this.ignored += 1;
      return false;
    }
    const text = JSON.stringify(body);
    const again = this.phase === "failed" && this.entry?.path === path && this.entry.body === text;
    const entry = again && this.entry ? this.entry : { key: this.ports.newKey(), path, body: text, note };
    this.entry = entry;
    this.failures = this.serverFailures = this.ignored = 0;
    this.ports.journal.write(entry);
    this.attempt();
    return true;
  }

  /** After a reload: a key that was on its way is asked about, never sent afresh. True when there was one. */
  resume(): boolean {
    const entry = this.busy ? null : this.ports.journal.read();
    if (!entry) return false;
    this.entry = entry;
    this.failures = this.serverFailures = 0;
    this.become("unknown");
    this.ask();
    return true;
  }

  /** The network is back: do not wait for the pause to end. */
  nudge(): void {
    if (this.phase !== "unknown" || this.abort) return;
    this.clearTimers();
    this.ask();
  }

  /** Back to the beginning after a refusal, so that another intent may start. */
  reset(): void {
    if (this.busy) return;
    this.entry = null;
    this.become("idle");
  }

  /** Nobody waits for it any more: what is under way is given up, and nothing is asked or sent again. */
  stop(): void {
    const { abort } = this;
    this.entry = this.abort = null;
    this.clearTimers();
    abort?.abort();
  }

  private attempt(): void {
    const entry = this.entry;
    if (!entry) return;
    this.become("submitting");
    this.later(SLOW_MS, () => this.become("slow"));
    this.later(VERY_SLOW_MS, () => this.become("veryslow"));
    this.guarded(
      (signal) => this.ports.send(entry, signal),
      (reply) => this.answered(reply),
    );
  }

  private ask(): void {
    const entry = this.entry;
    if (!entry) return;
    this.guarded(
      (signal) => this.ports.lookUp(entry.key, signal),
      (found) => {
        if (found.state === "done") this.answered(asReply(found));
        else if (found.state === "in-flight") this.askLater(1_000);
        else this.attempt();
      },
    );
  }

  /** Run one request; no answer, or none in time, leaves the intent unknown. */
  private guarded<T>(start: (signal: AbortSignal) => Promise<T>, then: (value: T) => void): void {
    const abort = new AbortController();
    this.abort = abort;
    const settle = (run: () => void): void => {
      if (this.abort !== abort) return;
      this.abort = null;
      this.clearTimers();
      run();
    };
    this.later(ATTEMPT_MS, () => {
      settle(() => this.lost());
      abort.abort();
    });
    start(abort.signal).then(
      (value) => settle(() => then(value)),
      () => settle(() => this.lost()),
    );
  }

  private lost(): void {
    this.become("unknown");
    this.askLater(pause(this.failures++, this.ports.chance));
  }

  private askLater(ms: number): void {
    this.later(ms, () => {
      this.waiting = 0;
      this.ask();
    });
  }

  private answered(reply: Reply): void {
    const verdict: Verdict = verdictOf(reply);
    this.reply = reply;
    if (verdict === "later") {
      this.postponed(reply);
      return;
    }
    this.ports.journal.clear();
    this.become(verdict);
  }

  private postponed(reply: Reply): void {
    if (reply.status >= 500 && reply.retryAfter === null && ++this.serverFailures >= SERVER_FAILURES) {
      // The key is kept: pressing again with the same words is the same intent.
      this.ports.journal.clear();
      this.become("failed");
      return;
    }
    this.waiting = reply.retryAfter ?? 0;
    this.become("unknown");
    this.askLater(reply.retryAfter === null ? pause(this.failures++, this.ports.chance) : reply.retryAfter * 1_000);
  }

  private become(phase: Phase): void {
    this.phase = phase;
    this.changed(this);
  }

  private later(ms: number, run: () => void): void {
    this.timers.push(this.ports.timers.set(run, ms));
  }

  private clearTimers(): void {
    for (const timer of this.timers) this.ports.timers.clear(timer);
    this.timers = [];
  }
}

function asReply(found: LookUp): Reply {
  return { status: found.status ?? 200, body: found.body, requestId: "", replayed: true, retryAfter: null };
}
