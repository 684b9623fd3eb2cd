// A stored thing being edited: its draft, its save, and what happens when somebody else saved first.
import { Act } from "./act.svelte.ts";
import { read } from "./api.ts";
import { Draft } from "./draft.svelte.ts";
import { isStale } from "./problems.ts";

interface Stored {
  id: string;
  version: number;
}

export class Editor<S extends Stored, F extends object> {
  readonly act = new Act();
  readonly draft: Draft<F>;
  /** True after a save met a newer version: the newer one is loaded, what was typed is kept. */
  stale = $state(false);
  readonly #path: string;
  readonly #fields: (stored: S) => F;
  readonly #onsaved: (stored: S) => void;
  readonly #patch: (changes: Partial<F>, all: F) => object;
  #version: number;

  /** `patch` turns the changed fields of the form into the body the server takes. */
  constructor(path: string, stored: S, fields: (stored: S) => F, onsaved: (stored: S) => void, patch: (changes: Partial<F>, all: F) => object = (changes) => changes) {
    this.#patch = patch;
    this.#path = path;
    this.#fields = fields;
    this.#onsaved = onsaved;
    this.#version = stored.version;
    this.draft = new Draft(`${stored.id}`, fields(stored));
  }

  async save(): Promise<boolean> {
    const saved = await this.act.send<S>("PATCH", this.#path, {
      version: this.#version, ...this.#patch(this.draft.changes(), $state.snapshot(this.draft.mine) as F),
    });
    if (saved) {
      this.#version = saved.version;
      this.stale = false;
      this.draft.settle(this.#fields(saved));
      this.#onsaved(saved);
      return true;
    }
    if (isStale(this.act.problem)) {
      this.act.reset();
      this.follow(await read<S>(this.#path), true);
    }
    return false;
  }

  /** Somebody else saved: take what nobody touched here. */
  follow(stored: S, told = false): void {
    if (stored.version <= this.#version) return;
    this.#version = stored.version;
    this.draft.rebase(this.#fields(stored));
    this.stale = told || this.draft.clashes.length > 0;
  }

  undo(): void {
    this.draft.undo();
    this.stale = false;
    this.act.reset();
  }
}
