// Where the page keeps what must survive a reload: sessionStorage; where storage is blocked, the history entry;
// and always its own memory, so that everything works for the life of the page.
import { MemoryShelf, type Shelf } from "@ringonce/sync/ports.ts";

function storageOf(kind: "localStorage" | "sessionStorage"): Storage | null {
  try {
    const storage = window[kind];
    const probe = "ringonce:probe";
    storage.setItem(probe, "1");
    storage.removeItem(probe);
    return storage;
  } catch {
    return null;
  }
}

class StorageShelf extends MemoryShelf {
  private readonly storage: Storage;

  constructor(storage: Storage) {
    super();
    this.storage = storage;
  }

  override get(name: string): string | null {
    try {
      return this.storage.getItem(name) ?? super.get(name);
    } catch {
      return super.get(name);
    }
  }

  override put(name: string, text: string): void {
    super.put(name, text);
    try {
      this.storage.setItem(name, text);
    } catch {
      // Full or switched off meanwhile: memory has it.
    }
  }

  override drop(name: string): void {
    super.drop(name);
    try {
      this.storage.removeItem(name);
    } catch {
      // As above.
    }
  }
}

/** The history entry survives a reload even where a frame of another site may store nothing. */
class HistoryShelf implements Shelf {
  get(name: string): string | null {
    return this.kept()[name] ?? null;
  }

  put(name: string, text: string): void {
    this.write({ ...this.kept(), [name]: text });
  }

  drop(name: string): void {
    this.write(Object.fromEntries(Object.entries(this.kept()).filter(([each]) => each !== name)));
  }

  private kept(): Record<string, string> {
    const state: unknown = history.state;
    if (typeof state !== "object" || state === null || !("kept" in state)) return {};
    return state.kept as Record<string, string>;
  }

  private write(kept: Record<string, string>): void {
    history.replaceState({ ...(history.state as object | null), kept }, "");
  }
}

const session = storageOf("sessionStorage");
const local = storageOf("localStorage");

/** For this tab and its reloads. */
export const tabShelf: Shelf = session ? new StorageShelf(session) : new HistoryShelf();

/** For this browser's next visit, where that is allowed. */
export const browserShelf: Shelf = local ? new StorageShelf(local) : tabShelf;

/** Open a new history entry that keeps what the one before it kept. */
export function pushView(view: string, hash: string): void {
  history.pushState({ ...(history.state as object | null), view }, "", hash);
}
