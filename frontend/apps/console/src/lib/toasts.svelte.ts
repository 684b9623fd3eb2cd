// One line at the bottom, with Undo while it can be undone. Errors are never toasts.
import { say } from "./words.ts";

export const UNDO_MS = 10_000;

export interface Toast {
  id: number;
  text: string;
  /** Called once: either by the person, or never. */
  undo: (() => void) | null;
  endsAt: number;
}

class Toasts {
  all = $state<Toast[]>([]);
  #next = 1;
  #timers = new Map<number, { timer: ReturnType<typeof setTimeout>; expire: (() => void) | null }>();

  say(text: string, undo: (() => void) | null = null, expire: (() => void) | null = null): number {
    const id = this.#next++;
    const length = undo ? UNDO_MS : 4_000;
    // Two at most: a pile of toasts covers what it talks about.
    while (this.all.length >= 2 && this.all[0]) this.#end(this.all[0].id, true);
    this.all.push({ id, text, undo, endsAt: Date.now() + length });
    this.#timers.set(id, { timer: setTimeout(() => this.#end(id, true), length), expire });
    return id;
  }

  undo(id = this.all.findLast((toast) => toast.undo)?.id): boolean {
    const toast = this.all.find((one) => one.id === id);
    if (!toast?.undo) return false;
    this.#end(toast.id, false);
    toast.undo();
    return true;
  }

  dismiss(id: number): void {
    this.#end(id, true);
  }

  /** Everything that only waited for its ten seconds happens now: the page is going away. */
  flush(): void {
    for (const toast of [...this.all]) this.#end(toast.id, true);
  }

  async copy(text: string): Promise<void> {
    await navigator.clipboard.writeText(text);
    this.say(say("copied"));
  }

  #end(id: number, expired: boolean): void {
    const kept = this.#timers.get(id);
    if (!kept) return;
    clearTimeout(kept.timer);
    this.#timers.delete(id);
    this.all = this.all.filter((toast) => toast.id !== id);
    if (expired) kept.expire?.();
  }
}

export const toasts = new Toasts();
