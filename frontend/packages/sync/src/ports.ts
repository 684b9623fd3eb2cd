// What the core is given instead of reaching for it: time, chance, and a place that survives a reload.

export interface Timers {
  /** Milliseconds on this machine's clock. */
  now(): number;
  set(run: () => void, ms: number): number;
  clear(timer: number): void;
}

export type Chance = () => number;

/** A place for small texts. It may forget, and it never throws. */
export interface Shelf {
  get(name: string): string | null;
  put(name: string, text: string): void;
  drop(name: string): void;
}

export class MemoryShelf implements Shelf {
  private readonly texts = new Map<string, string>();

  get(name: string): string | null {
    return this.texts.get(name) ?? null;
  }

  put(name: string, text: string): void {
    this.texts.set(name, text);
  }

  drop(name: string): void {
    this.texts.delete(name);
  }
}

/** The n-th pause before trying again: doubling, capped, and spread so that many pages do not come back at once. */
export function pause(failures: number, chance: Chance, first = 500, most = 15_000): number {
  const whole = Math.min(most, first * 2 ** Math.min(failures, 12));
  return Math.round(whole * (0.5 + chance() / 2));
}
