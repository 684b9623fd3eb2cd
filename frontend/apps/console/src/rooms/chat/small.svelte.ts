// A small thing of a list being made, changed or deleted: each once, and a newer version is never overwritten.
import { Act } from "../../lib/act.svelte.ts";
import { isStale } from "../../lib/problems.ts";

interface Small {
  id: string;
  version: number;
}

export class SmallEditor<T extends Small> {
  readonly saving = new Act();
  readonly deleting = new Act();
  /** Somebody saved first: the newer version is loaded, what was typed is kept. */
  stale = $state(false);
  /** Deleting takes a second press. */
  sure = $state(false);
  readonly #path: string;
  readonly #renew: () => Promise<void>;

  constructor(path: string, renew: () => Promise<void>) {
    this.#path = path;
    this.#renew = renew;
  }

  async save(stored: T | null, body: object): Promise<T | null> {
    const saved = stored
      ? await this.saving.send<T>("PATCH", `${this.#path}/${stored.id}`, { version: stored.version, ...body })
      : await this.saving.send<T>("POST", this.#path, body);
    if (saved) this.stale = false;
    else await this.#behind(this.saving);
    return saved;
  }

  async remove(stored: T): Promise<boolean> {
    if (!this.sure) {
      this.sure = true;
      return false;
    }
    this.sure = false;
    const gone = await this.deleting.send("DELETE", `${this.#path}/${stored.id}`, { version: stored.version });
    if (gone === null) await this.#behind(this.deleting);
    return gone !== null;
  }

  async #behind(act: Act): Promise<void> {
    if (!isStale(act.problem)) return;
    act.reset();
    this.stale = true;
    await this.#renew();
  }
}
