// What survives a reload: sessionStorage at once, IndexedDB for the next visit, memory where both are forbidden.
import { MemoryLetters, type Letter, type LetterStore } from "@ringonce/sync/outbox.ts";
import { MemoryShelf, type Shelf, type Timers } from "@ringonce/sync/ports.ts";

export const timers: Timers = {
  now: () => Date.now(),
  set: (run, ms) => window.setTimeout(run, ms),
  clear: (timer) => window.clearTimeout(timer),
};

class BrowserShelf extends MemoryShelf {
  private readonly kind: "localStorage" | "sessionStorage";

  constructor(kind: "localStorage" | "sessionStorage") {
    super();
    this.kind = kind;
  }

  override get(name: string): string | null {
    try {
      return window[this.kind].getItem(name) ?? super.get(name);
    } catch {
      return super.get(name);
    }
  }

  override put(name: string, text: string): void {
    super.put(name, text);
    try {
      window[this.kind].setItem(name, text);
    } catch {
      // Blocked or full: memory has it.
    }
  }

  override drop(name: string): void {
    super.drop(name);
    try {
      window[this.kind].removeItem(name);
    } catch {
      // As above.
    }
  }
}

export const tab: Shelf = new BrowserShelf("sessionStorage");
export const browser: Shelf = new BrowserShelf("localStorage");

/** Drafts, answers to questions, keys under way: all that this tab remembers of a person. */
export function forgetTab(): void {
  try {
    for (const name of Object.keys(sessionStorage)) if (name.startsWith("ringonce:")) sessionStorage.removeItem(name);
  } catch {
    // Blocked: it was in memory alone.
  }
}

/** Letters: written to the tab before the call returns, and to the browser's database before it resolves. */
export class Letters implements LetterStore {
  private readonly name: string;
  private readonly memory = new MemoryLetters();
  private readonly foreign = new Set<string>();
  private base: Promise<IDBDatabase | null> | null = null;

  constructor(name: string) {
    this.name = `ringonce:letters:${name}`;
  }

  async all(): Promise<Letter[]> {
    const found = new Map((await this.kept()).map((letter) => [letter.id, letter]));
    const ours = this.inTab();
    for (const letter of ours) found.set(letter.id, letter);
    const ids = new Set([...ours, ...(await this.memory.all())].map((letter) => letter.id));
    for (const id of found.keys()) if (!ids.has(id)) this.foreign.add(id);
    return [...found.values()];
  }

  async put(letter: Letter): Promise<void> {
    if (this.isOfTab(letter)) this.write([...this.inTab().filter((each) => each.id !== letter.id), letter]);
    await this.memory.put(letter);
    await this.change((store) => store.put(letter));
  }

  async drop(id: string): Promise<void> {
    this.write(this.inTab().filter((each) => each.id !== id));
    await this.memory.drop(id);
    await this.change((store) => store.delete(id));
  }

  async clear(): Promise<void> {
    for (const letter of await this.all()) await this.drop(letter.id);
  }

  /** This tab was left while something waited. */
  get waits(): boolean {
    return this.inTab().length > 0;
  }

  /** Written in this tab, not in another one that shares the browser's database. */
  isOfTab(letter: Letter): boolean {
    return !this.foreign.has(letter.id);
  }

  private inTab(): Letter[] {
    try {
      return JSON.parse(tab.get(this.name) ?? "[]") as Letter[];
    } catch {
      return [];
    }
  }

  private write(letters: Letter[]): void {
    if (letters.length) tab.put(this.name, JSON.stringify(letters));
    else tab.drop(this.name);
  }

  private open(): Promise<IDBDatabase | null> {
    return (this.base ??= new Promise((done) => {
      try {
        const asked = indexedDB.open(this.name, 1);
        asked.onupgradeneeded = () => asked.result.createObjectStore("letters", { keyPath: "id" });
        asked.onsuccess = () => done(asked.result);
        asked.onerror = asked.onblocked = () => done(null);
      } catch {
        done(null);
      }
    }));
  }

  private async kept(): Promise<Letter[]> {
    return (await this.change<Letter[]>((store) => store.getAll())) ?? this.memory.all();
  }

  private async change<T>(run: (store: IDBObjectStore) => IDBRequest): Promise<T | null> {
    const base = await this.open();
    if (!base) return null;
    return new Promise((done) => {
      try {
        const work = base.transaction("letters", "readwrite");
        const asked = run(work.objectStore("letters"));
        work.oncomplete = () => done(asked.result as T);
        work.onerror = work.onabort = () => done(null);
      } catch {
        done(null);
      }
    });
  }
}

/** Base64url of random bytes. `randomUUID` does not exist on plain http in a local network; this does. */
export function randomText(bytes: number): string {
  const raw = crypto.getRandomValues(new Uint8Array(bytes));
  return btoa(String.fromCharCode(...raw)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

export const newKey = (): string => randomText(24);
