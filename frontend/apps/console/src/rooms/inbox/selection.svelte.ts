// Which conversations are chosen for a deed on several.
class Selection {
  ids = $state.raw<ReadonlySet<string>>(new Set());
  #last: string | null = null;

  flip(id: string): void {
    const next = new Set(this.ids);
    if (!next.delete(id)) next.add(id);
    this.ids = next;
    this.#last = id;
  }

  /** With shift: everything from the one chosen last to this one. */
  reach(id: string, order: readonly string[]): void {
    const from = order.indexOf(this.#last ?? id);
    const to = order.indexOf(id);
    if (from < 0 || to < 0) return this.flip(id);
    this.ids = new Set([...this.ids, ...order.slice(Math.min(from, to), Math.max(from, to) + 1)]);
    this.#last = id;
  }

  all(order: readonly string[]): void {
    this.ids = new Set(order.slice(0, 100));
  }

  only(ids: readonly string[]): void {
    this.ids = new Set(ids);
    this.#last = null;
  }

  clear(): void {
    if (this.ids.size) this.ids = new Set();
    this.#last = null;
  }
}

export const selection = new Selection();
