// What a person is typing over a stored thing with a version. A newer version never takes away what was typed:
// fields nobody touched follow the server, touched ones stay, and those changed on both sides are named.

import { shelf } from "./ports.ts";

const PREFIX = "ringonce.draft.";

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

export class Draft<T extends object> {
  readonly #key: string;
  base = $state.raw<T>({} as T);
  mine = $state<T>({} as T);
  /** Fields that somebody else changed while they were being edited here. */
  clashes = $state<(keyof T & string)[]>([]);

  readonly touched = $derived(this.#fields().filter((field) => !same(this.mine[field], this.base[field])));
  readonly dirty = $derived(this.touched.length > 0);

  constructor(id: string, stored: T) {
    this.#key = PREFIX + id;
    this.base = stored;
    this.mine = { ...structuredClone(stored), ...this.#kept() };
  }

  /** Only what was changed, for a PATCH. */
  changes(): Partial<T> {
    const plain = $state.snapshot(this.mine) as T;
    const parts: Partial<T> = {};
    for (const field of this.touched) parts[field] = plain[field];
    return parts;
  }

  /** The server's newer state arrived: keep what was typed, take the rest. */
  rebase(stored: T): void {
    const before = this.base;
    const touched = this.touched;
    this.clashes = touched.filter((field) => !same(before[field], stored[field]) && !same(this.mine[field], stored[field]));
    const plain = $state.snapshot(this.mine) as T;
    const next = structuredClone(stored);
    for (const field of touched) next[field] = plain[field];
    this.base = stored;
    this.mine = next;
  }

  /** Saved: what was typed is now what is stored. */
  settle(stored: T): void {
    this.base = stored;
    this.mine = structuredClone(stored);
    this.clashes = [];
    shelf.drop(this.#key);
  }

  undo(): void {
    this.settle(this.base);
  }

  /** Keeps the changed fields for this tab, so that a reload loses nothing. */
  keep(): void {
    if (this.dirty) shelf.put(this.#key, JSON.stringify(this.changes()));
    else shelf.drop(this.#key);
  }

  #fields(): (keyof T & string)[] {
    return Object.keys(this.base) as (keyof T & string)[];
  }

  #kept(): Partial<T> {
    const text = shelf.get(this.#key);
    return text ? (JSON.parse(text) as Partial<T>) : {};
  }
}
