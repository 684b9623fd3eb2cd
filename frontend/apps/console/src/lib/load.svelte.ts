// One read with its states. A newer ask cancels an older one; what was shown stays until the new answer is here.
import { Refused } from "./api.ts";
import type { Problem } from "./types.ts";

export class Load<T> {
  value = $state.raw<T | null>(null);
  problem = $state<Problem | null>(null);
  busy = $state(false);
  #running: AbortController | null = null;

  async ask(fetcher: (signal: AbortSignal) => Promise<T>): Promise<void> {
    this.#running?.abort();
    const mine = (this.#running = new AbortController());
    this.busy = true;
    try {
      const value = await fetcher(mine.signal);
      if (this.#running !== mine) return;
      this.value = value;
      this.problem = null;
    } catch (error) {
      if (this.#running !== mine) return;
      if (!(error instanceof Refused)) throw error;
      this.problem = error.problem;
    } finally {
      if (this.#running === mine) this.busy = false;
    }
  }

  clear(): void {
    this.#running?.abort();
    this.#running = null;
    this.value = null;
    this.problem = null;
    this.busy = false;
  }
}
