// One line at the bottom, with Undo while it can be undone. Errors are never toasts.
import { say } from "./words.ts";

export const UNDO_MS = 10_000;

export interface Toast {
  id: number;
  text: string;
  /** Called once: either by the person, or never. */
  undo: (() => void) | null;
}

class Toasts {
  all = $state<Toast[]>([]);
  #next = 1;
  #timers = new Map<number, ReturnType<typeof setTimeout>>();

  say(text: string, undo: (() => void) | null = null): void {
    const id = this.#next++;
    const length = undo ? UNDO_MS : 4_000;
    // Two at most: a pile of toasts covers what it talks about.
    while (this.all.length >= 2 && this.all[0]) this.dismiss(this.all[0].id);
    this.all.push({ id, text, undo });
    this.#timers.set(id, setTimeout(() => this.dismiss(id), length));
  }

  undo(id = this.all.findLast((toast) => toast.undo)?.id): boolean {
    const toast = this.all.find((one) => one.id === id);
    if (!toast?.undo) return false;
    this.dismiss(toast.id);
    toast.undo();
    return true;
  }

  dismiss(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
    this.all = this.all.filter((toast) => toast.id !== id);
  }

  async copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.say(say("copied"));
    } catch {
      // Plain http, or the browser's owner forbade it: show it, to be copied by hand.
      this.say(text);
    }
  }
}

export const toasts = new Toasts();
