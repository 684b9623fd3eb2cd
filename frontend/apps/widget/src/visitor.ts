// Who this visitor is: a token made at the first interaction. The host's page keeps it; this origin keeps a mirror.
import type { Host } from "./host.ts";
import { browser, randomText } from "./keep.ts";

export class Visitor {
  private readonly name: string;
  private readonly host: Host;
  private readonly settled: (token: string) => void;
  private token: string | null = null;
  private asked: Promise<string> | null = null;
  private answer: ((token: string) => void) | null = null;

  constructor(workspace: string, host: Host, settled: (token: string) => void) {
    this.name = `ringonce:visitor:${workspace}`;
    this.host = host;
    this.settled = settled;
    // Only kept: whoever is told of a token does not stand yet.
    if (!host.framed) this.token = browser.get(this.name);
  }

  get known(): string | null {
    return this.token;
  }

  /** The host said which token counts; without one, the mirror is offered to it. */
  welcome(token: string | null): void {
    const kept = token ?? browser.get(this.name);
    if (token) this.take(token);
    else if (kept) this.host.tell("token", { token: kept });
  }

  take(token: string | null): void {
    if (!token || token === this.token) return;
    this.token = token;
    if (browser.get(this.name) !== token) browser.put(this.name, token);
    this.answer?.(token);
    this.settled(token);
  }

  /** The token, made now if there is none; every tab ends with the same one. */
  mint(): Promise<string> {
    if (this.token) return Promise.resolve(this.token);
    return (this.asked ??= new Promise<string>((done) => {
      this.answer = done;
      const proposed = browser.get(this.name) ?? `vst_${randomText(32)}`;
      if (this.host.known) this.host.tell("token", { token: proposed });
      else void this.settle(proposed);
    }));
  }

  forget(): void {
    browser.drop(this.name);
    this.token = this.asked = this.answer = null;
  }

  // Alone in a window: locks where they exist; else write, wait, read again.
  private async settle(proposed: string): Promise<void> {
    const pick = (): string => {
      const found = browser.get(this.name) ?? proposed;
      browser.put(this.name, found);
      return found;
    };
    try {
      this.take(await navigator.locks.request(this.name, () => Promise.resolve(pick())));
    } catch {
      pick();
      await new Promise((done) => setTimeout(done, 80));
      this.take(browser.get(this.name) ?? proposed);
    }
  }
}
