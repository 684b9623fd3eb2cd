// One action of a person, for a button: the core's runner owns key, retries and one-in-flight; this shows its state.
import { IntentRunner, type Phase } from "@ringonce/sync/intent.ts";
import { signOutLocally, toProblem } from "./api.ts";
import { JOURNALS, openJournals, portsFor } from "./ports.ts";
import type { Problem } from "./types.ts";

const UNDER_WAY: readonly Phase[] = ["submitting", "slow", "veryslow", "unknown"];
type Method = "POST" | "PATCH" | "PUT" | "DELETE";

export class Act {
  phase = $state<Phase>("idle");
  problem = $state<Problem | null>(null);
  /** Presses while it was under way: they counted for nothing, and the screen may say so. */
  repeats = $state(0);
  readonly busy = $derived(UNDER_WAY.includes(this.phase));
  #runner: IntentRunner | null = null;
  #settle: ((runner: IntentRunner) => void) | null = null;
  readonly #journal: string;

  constructor(journal = JOURNALS + crypto.getRandomValues(new Uint32Array(1)).join("")) {
    this.#journal = journal;
  }

  pressedAgain(): void {
    this.repeats += 1;
  }

  reset(): void {
    if (this.busy) return;
    this.#runner = null;
    this.phase = "idle";
    this.problem = null;
  }

  /** The answer, or null when it was refused (then `problem` says why). A second call while busy does nothing. */
  async send<T>(method: Method, path: string, body: unknown = {}): Promise<T | null> {
    if (this.busy) {
      this.pressedAgain();
      return null;
    }
    // A runner that failed keeps its key: the same words again are the same intent.
    if (this.#runner?.phase !== "failed") this.#runner = null;
    const runner = (this.#runner ??= this.#make());
    this.problem = null;
    this.repeats = 0;
    return this.#finish<T>(() => runner.submit(`${method} ${path}`, body));
  }

  /** After a reload: asks what became of the intent left in the journal. */
  async resume(): Promise<unknown> {
    const runner = (this.#runner = this.#make());
    return this.#finish(() => runner.resume());
  }

  #make(): IntentRunner {
    return new IntentRunner(portsFor(this.#journal), (runner) => {
      this.phase = runner.phase;
      this.#settle?.(runner);
    });
  }

  async #finish<T>(begin: () => boolean): Promise<T | null> {
    // The network is back: no need to wait for the pause to end.
    const nudge = (): void => this.#runner?.nudge();
    addEventListener("online", nudge);
    const ended = await new Promise<IntentRunner | null>((resolve) => {
      this.#settle = (runner) => {
        if (!UNDER_WAY.includes(runner.phase)) resolve(runner);
      };
      if (!begin()) resolve(null);
    });
    removeEventListener("online", nudge);
    this.#settle = null;
    const reply = ended?.reply;
    if (!ended || !reply) return null;
    if (ended.phase === "done") return (reply.body ?? {}) as T;
    this.problem = toProblem(reply.status, reply.body, reply.requestId || null);
    if (reply.status === 401) signOutLocally();
    return null;
  }
}

/** Intents that a reload left open. Answers how many of them turned out to be done. */
export async function finishOpen(): Promise<number> {
  const answers = await Promise.all(openJournals().map((journal) => new Act(journal).resume()));
  return answers.filter((answer) => answer !== null).length;
}
