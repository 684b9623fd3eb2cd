// Files on their way: each is stored by the server first, and a message then names it.
import { headers, offline, pathOf, problemOf } from "../../lib/api.ts";
import type { Attachment } from "../../lib/chat/types.ts";
import type { Problem } from "../../lib/types.ts";

const MOST = 10;

export interface Sending {
  id: number;
  name: string;
  bytes: number;
  done: Attachment | null;
  problem: Problem | null;
}

export class Upload {
  all = $state.raw<Sending[]>([]);
  tooMany = $state(false);
  readonly ready = $derived(this.all.flatMap((one) => one.done ?? []));
  readonly busy = $derived(this.all.some((one) => !one.done && !one.problem));
  #next = 1;
  #files = new Map<number, { file: File; key: string }>();

  add(files: File[]): void {
    const room = MOST - this.all.length;
    this.tooMany = files.length > room;
    for (const file of files.slice(0, Math.max(0, room))) {
      const id = this.#next++;
      this.#files.set(id, { file, key: keyOf() });
      this.all = [...this.all, { id, name: file.name || "image.png", bytes: file.size, done: null, problem: null }];
      void this.#send(id);
    }
  }

  again(id: number): void {
    this.#put(id, { problem: null });
    void this.#send(id);
  }

  drop(id: number): void {
    this.#files.delete(id);
    this.tooMany = false;
    this.all = this.all.filter((one) => one.id !== id);
  }

  clear(): void {
    this.#files.clear();
    this.tooMany = false;
    this.all = [];
  }

  async #send(id: number): Promise<void> {
    const found = this.#files.get(id);
    const one = this.all.find((each) => each.id === id);
    if (!found || !one) return;
    try {
      const answer = await fetch(pathOf("/attachments", { name: one.name }), {
        method: "POST", credentials: "same-origin", body: found.file,
        // The same key when it is tried again: the same file.
        headers: { ...headers(), "Content-Type": found.file.type || "application/octet-stream", "Idempotency-Key": `"${found.key}"` },
      });
      if (answer.ok) this.#put(id, { done: (await answer.json()) as Attachment });
      else this.#put(id, { problem: await problemOf(answer) });
    } catch {
      this.#put(id, { problem: offline() });
    }
  }

  #put(id: number, change: Partial<Sending>): void {
    this.all = this.all.map((one) => (one.id === id ? { ...one, ...change } : one));
  }
}

function keyOf(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
