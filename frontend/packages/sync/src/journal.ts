// The journal: an intent's key and body, written before the request leaves and kept until a final answer.
import type { Shelf } from "./ports.ts";

export interface Entry {
  key: string;
  path: string;
  /** The exact bytes: a retry must carry the same ones. */
  body: string;
  /** How the page shows it again after a reload. */
  note: string;
}

export class Journal {
  private readonly shelf: Shelf;
  private readonly name: string;

  constructor(shelf: Shelf, name: string) {
    this.shelf = shelf;
    this.name = name;
  }

  read(): Entry | null {
    const text = this.shelf.get(this.name);
    if (text === null) return null;
    try {
      const found: unknown = JSON.parse(text);
      return isEntry(found) ? found : null;
    } catch {
      return null;
    }
  }

  write(entry: Entry): void {
    this.shelf.put(this.name, JSON.stringify(entry));
  }

  clear(): void {
    this.shelf.drop(this.name);
  }
}

function isEntry(value: unknown): value is Entry {
  if (typeof value !== "object" || value === null) return false;
  const found = value as Record<string, unknown>;
  return ["key", "path", "body", "note"].every((name) => typeof found[name] === "string");
}
