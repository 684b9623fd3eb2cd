// What a person wrote and the server has not counted yet: kept, sent one after the other, each under one key.
import { IntentRunner, type IntentPorts, type Phase } from "./intent.ts";
import { Journal } from "./journal.ts";
import { MemoryShelf } from "./ports.ts";
import { problemOf, type Problem, type Reply } from "./verdict.ts";

export interface Letter {
  /** The client id: it never changes, whatever becomes of key and path. */
  id: string;
  key: string;
  /** Order of writing. */
  n: number;
  at: number;
  text: string;
  attachments: string[];
  /** What else the sender wants to know when it is sent; opaque here. */
  more: Record<string, unknown>;
  /** Path and exact body once it has left for the first time: retries carry the same bytes. */
  path: string | null;
  body: string | null;
  /** The final refusal, if there was one; then it waits for its author. */
  failed: Problem | null;
}

/** A place that survives a reload. `put` resolves when the letter is safe. */
export interface LetterStore {
  all(): Promise<Letter[]>;
  put(letter: Letter): Promise<void>;
  drop(id: string): Promise<void>;
}

export interface OutboxPorts extends Omit<IntentPorts, "journal" | "newKey"> {
  store: LetterStore;
  newKey(): string;
  /** Where this letter goes now, or null while that is not known. */
  address(letter: Letter): { path: string; body: unknown } | null;
  /** Take the answer in; the letter leaves the box afterwards. */
  sent(letter: Letter, reply: Reply): void;
  /** True when the refusal was about the address: it is sent again, under a new key, to a new one. */
  misaddressed?(letter: Letter, problem: Problem): boolean;
  changed(): void;
}

const READDRESSED_MOST = 2;

export class Outbox {
  letters: readonly Letter[] = [];

  private readonly ports: OutboxPorts;
  private runner: IntentRunner | null = null;
  private current: Letter | null = null;

  constructor(ports: OutboxPorts) {
    this.ports = ports;
  }

  /** The phase of the letter under way; every other one is "idle" or, with a reason, "failed". */
  phaseOf(letter: Letter): Phase {
    if (letter.failed) return "failed";
    return this.current?.id === letter.id ? this.phase : "idle";
  }

  /** It has left, and its answer is awaited. */
  isUnderWay(letter: Letter): boolean {
    return ["submitting", "slow", "veryslow"].includes(this.phaseOf(letter));
  }

  /** How it goes with the letter that is under way. */
  get phase(): Phase {
    return this.runner?.phase ?? "idle";
  }

  /** Seconds that the server asked to wait. */
  get waiting(): number {
    return this.runner?.waiting ?? 0;
  }

  /** Letters of an earlier page: one that may have left is asked about, never sent afresh. */
  async load(): Promise<void> {
    const found = await this.ports.store.all();
    const known = new Set(this.letters.map((letter) => letter.id));
    this.letters = [...this.letters, ...found.filter((letter) => !known.has(letter.id))].sort((one, other) => one.n - other.n);
    this.ports.changed();
    this.next();
  }

  /** Put a letter in; it is kept before it leaves. */
  async write(text: string, attachments: string[], more: Record<string, unknown> = {}): Promise<Letter> {
    const n = Math.max(this.ports.timers.now(), (this.letters.at(-1)?.n ?? 0) + 1);
    const letter: Letter = {
      ...{ id: this.ports.newKey(), key: this.ports.newKey(), n, at: this.ports.timers.now() },
      ...{ text, attachments, more, path: null, body: null, failed: null },
    };
    this.letters = [...this.letters, letter];
    this.ports.changed();
    await this.ports.store.put(letter);
    this.next();
    return letter;
  }

  /** Try a refused letter again: the same letter, so the same id; a refusal is final for its key, so another key. */
  async retry(id: string): Promise<void> {
    const letter = this.letters.find((each) => each.id === id);
    if (!letter || (!letter.failed && this.phaseOf(letter) !== "failed")) return;
    const again = letter.failed ? { ...letter, key: this.ports.newKey(), path: null, body: null, failed: null } : letter;
    await this.keep(again);
    this.halt(id);
    this.next();
  }

  /** Take a letter out unsent. One that is under way stays: it may be counted already. */
  async discard(id: string): Promise<void> {
    const letter = this.letters.find((each) => each.id === id);
    if (!letter || (this.current?.id === id && this.phase !== "failed")) return;
    await this.remove(id);
    this.next();
  }

  /** Seen in the thread: it arrived, whatever becomes of its answer, and the next one does not wait for that. */
  arrived(ids: ReadonlySet<string>): void {
    for (const letter of this.letters) {
      if (!ids.has(letter.id)) continue;
      if (this.current?.id === letter.id && this.phase === "unknown") this.runner?.stop();
      void this.remove(letter.id).then(() => this.next());
    }
  }

  /** The network is back, or an address is known now. */
  nudge(): void {
    if (this.current && this.phase === "failed") void this.retry(this.current.id);
    else if (this.current) this.runner?.nudge();
    else this.next();
  }

  private next(): void {
    if (this.current) return;
    const letter = this.letters.find((each) => !each.failed);
    if (!letter) return;
    const left = letter.path !== null;
    const address = left ? null : this.ports.address(letter);
    if (!left && !address) return;
    const ready = address ? { ...letter, path: address.path, body: JSON.stringify(address.body) } : letter;
    this.current = ready;
    // Kept before it leaves: whatever happens then, the key is known.
    void this.keep(ready).then(() => this.leave(ready, left));
  }

  private leave(letter: Letter, left: boolean): void {
    if (this.current?.id !== letter.id) return;
    const entry = { key: letter.key, path: letter.path ?? "", body: letter.body ?? "", note: "" };
    const journal = new Journal(new MemoryShelf(), "letter");
    const runner = new IntentRunner({ ...this.ports, journal, newKey: () => letter.key }, () => this.moved(runner, letter));
    this.runner = runner;
    journal.write(entry);
    if (left) runner.resume();
    else runner.submit(entry.path, JSON.parse(entry.body));
  }

  private moved(runner: IntentRunner, letter: Letter): void {
    const { phase, reply } = runner;
    if (this.runner !== runner) {
      // Seen before its answer came: that may still tell something, but nobody asks for it.
      if (phase === "done" && reply) this.ports.sent(letter, reply);
      else if (phase === "unknown") runner.stop();
      return;
    }
    if (phase === "done" && reply) {
      this.ports.sent(letter, reply);
      void this.remove(letter.id).then(() => this.next());
    } else if (reply && (phase === "refused" || phase === "invalid")) this.refused(letter, problemOf(reply.body));
    this.ports.changed();
  }

  private refused(letter: Letter, problem: Problem): void {
    const times = Number(letter.more["readdressed"] ?? 0);
    const again = times < READDRESSED_MOST && this.ports.misaddressed?.(letter, problem) === true;
    const after: Letter = again
      ? { ...letter, key: this.ports.newKey(), more: { ...letter.more, readdressed: times + 1 }, path: null, body: null }
      : { ...letter, failed: problem };
    this.halt(letter.id);
    void this.keep(after).then(() => this.next());
  }

  private halt(id: string): void {
    if (this.current?.id !== id) return;
    this.current = this.runner = null;
  }

  private async keep(letter: Letter): Promise<void> {
    this.letters = this.letters.map((each) => (each.id === letter.id ? letter : each));
    this.ports.changed();
    await this.ports.store.put(letter);
  }

  private async remove(id: string): Promise<void> {
    this.halt(id);
    this.letters = this.letters.filter((each) => each.id !== id);
    this.ports.changed();
    await this.ports.store.drop(id);
  }
}

export class MemoryLetters implements LetterStore {
  private readonly letters = new Map<string, Letter>();

  all(): Promise<Letter[]> {
    return Promise.resolve([...this.letters.values()]);
  }

  put(letter: Letter): Promise<void> {
    this.letters.set(letter.id, letter);
    return Promise.resolve();
  }

  drop(id: string): Promise<void> {
    this.letters.delete(id);
    return Promise.resolve();
  }
}
