// Time that only moves when it is told to, and promises that settle when they are told to.
import { MemoryShelf, type Timers } from "../src/ports.ts";
import { Journal } from "../src/journal.ts";
import type { Entry } from "../src/journal.ts";
import { IntentRunner, type LookUp, type Phase } from "../src/intent.ts";
import type { Reply } from "../src/verdict.ts";

export class FakeTimers implements Timers {
  private at = 0;
  private next = 1;
  private readonly waiting = new Map<number, { due: number; run: () => void }>();

  now(): number {
    return this.at;
  }

  set(run: () => void, ms: number): number {
    this.waiting.set(this.next, { due: this.at + ms, run });
    return this.next++;
  }

  clear(timer: number): void {
    this.waiting.delete(timer);
  }

  async pass(ms: number): Promise<void> {
    const until = this.at + ms;
    for (;;) {
      await settled();
      const due = [...this.waiting].filter(([, each]) => each.due <= until).sort(([, one], [, other]) => one.due - other.due)[0];
      if (!due) break;
      this.waiting.delete(due[0]);
      this.at = Math.max(this.at, due[1].due);
      due[1].run();
    }
    this.at = until;
    await settled();
  }
}

export async function settled(): Promise<void> {
  for (let n = 0; n < 10; n++) await Promise.resolve();
}

export class Pending<T> {
  readonly promise: Promise<T>;
  resolve!: (value: T) => void;
  reject!: (reason: unknown) => void;

  constructor() {
    this.promise = new Promise<T>((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
  }
}

export function reply(status: number, body: unknown = {}, more: Partial<Reply> = {}): Reply {
  return { status, body, requestId: "req_test", replayed: false, retryAfter: null, ...more };
}

export class Bench {
  readonly timers = new FakeTimers();
  readonly shelf: MemoryShelf;
  readonly journal: Journal;
  readonly sent: { entry: Entry; answer: Pending<Reply> }[] = [];
  readonly asked: { key: string; answer: Pending<LookUp> }[] = [];
  readonly phases: Phase[] = [];
  /** What the journal held when each attempt left. */
  readonly written: (string | null)[] = [];
  readonly runner: IntentRunner;
  private keys = 0;

  constructor(shelf = new MemoryShelf()) {
    this.shelf = shelf;
    this.journal = new Journal(shelf, "intent");
    this.runner = new IntentRunner(
      {
        send: (entry) => {
          const answer = new Pending<Reply>();
          this.written.push(shelf.get("intent"));
          this.sent.push({ entry, answer });
          return answer.promise;
        },
        lookUp: (key) => {
          const answer = new Pending<LookUp>();
          this.asked.push({ key, answer });
          return answer.promise;
        },
        journal: this.journal,
        timers: this.timers,
        chance: () => 1,
        newKey: () => `key-${String(++this.keys).padStart(16, "0")}`,
      },
      (runner) => this.phases.push(runner.phase),
    );
  }
}
