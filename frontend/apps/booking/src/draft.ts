// What was typed and which time was being booked, kept for this tab: a reload loses nothing.
import { tabShelf } from "./keeper.ts";
import type { Kept } from "./fields.ts";

export interface Draft {
  start: number | null;
  length: number;
  open: boolean;
  fields: Kept;
  at: number;
}

const FRESH_MS = 30 * 60_000;

export class DraftKeeper {
  private readonly name: string;

  constructor(path: string) {
    this.name = `ringonce:draft:${path}`;
  }

  read(): Draft | null {
    const text = tabShelf.get(this.name);
    if (text === null) return null;
    try {
      const draft = JSON.parse(text) as Draft;
      return Date.now() - draft.at < FRESH_MS ? draft : null;
    } catch {
      return null;
    }
  }

  write(draft: Omit<Draft, "at">): void {
    tabShelf.put(this.name, JSON.stringify({ ...draft, at: Date.now() }));
  }

  clear(): void {
    tabShelf.drop(this.name);
  }
}
