// Who this visitor is: a token made at the first interaction. The host's page keeps it; this origin keeps a mirror.
import type { Host } from "./host.ts";
import { browser, randomText } from "./keep.ts";

/** How long a window of its own waits for the page that opened it to say who the visitor is. */
const OPENER_MS = 1_000;

export class Visitor {
  private readonly name: string;
  private readonly born: string;
  private readonly host: Host;
  private readonly settled: (token: string) => void;
  private readonly gone: () => void;
  private token: string | null = null;
  private asked: Promise<string> | null = null;
  private answer: ((token: string) => void) | null = null;
  /** While the page that opened this window may still answer: a token of its own would be a second visitor. */
  private opener: Promise<void> | null = null;
  /** The token whose place the next one takes. */
  private was: string | null = null;

  constructor(workspace: string, host: Host, settled: (token: string) => void, gone: () => void) {
    this.name = `ringonce:visitor:${workspace}`;
    this.born = `ringonce:since:${workspace}`;
    this.host = host;
    this.settled = settled;
    this.gone = gone;
    // Only kept: whoever is told of a token does not stand yet.
    if (host.opened) this.opener = this.patience();
    else if (!host.framed) this.token = browser.get(this.name);
  }

  get known(): string | null {
    return this.token;
  }

  /** The host said which token counts; without one, the mirror is offered to it, or one for what `waits` here. */
  welcome(token: string | null, waits: boolean): void {
    // The page has said goodbye to whoever it was; only then is the token empty.
    if (token === "" && browser.get(this.name)) {
      this.gone();
      return;
    }
    const kept = token ?? browser.get(this.name);
    if (token) this.take(token);
    else if (kept) this.host.tell("token", { token: kept });
    else if (waits) void this.mint();
  }

  take(token: string | null): void {
    if (!token || token === this.token || this.host.leaving) return;
    this.token = token;
    if (browser.get(this.name) !== token) {
      browser.put(this.name, token);
      browser.drop(this.born);
    }
    this.answer?.(token);
    this.settled(token);
  }

  /** Since when this browser has had its token, as far as it knows. */
  get since(): number {
    const kept = Number(browser.get(this.born));
    if (kept > 0) return kept;
    browser.put(this.born, String(Date.now()));
    return Date.now();
  }

  /** Another token names this visitor from now on, in the host's page too. */
  replace(token: string, was: string): void {
    this.host.tell("token", { token, was });
    this.take(token);
  }

  /** Nobody is let in with the token any more; a new one is made when the person acts. */
  drop(): void {
    const was = this.token;
    this.forget();
    this.was = was;
  }

  /** The token, made now if there is none; every tab ends with the same one. */
  mint(): Promise<string> {
    // The token is the last person's still: what the next one does waits for the page that comes.
    if (this.host.leaving) return new Promise(() => undefined);
    if (this.token) return Promise.resolve(this.token);
    return (this.asked ??= new Promise<string>((done) => {
      this.answer = done;
      void Promise.resolve(this.opener).then(() => {
        if (this.token) return;
        const proposed = browser.get(this.name) ?? `vst_${randomText(32)}`;
        if (this.host.known) this.host.tell("token", { token: proposed, was: this.was });
        else void this.settle(proposed);
      });
    }));
  }

  forget(): void {
    browser.drop(this.name);
    browser.drop(this.born);
    this.token = this.asked = this.answer = this.was = null;
  }

  private async patience(): Promise<void> {
    await new Promise((done) => setTimeout(done, OPENER_MS));
    this.opener = null;
    if (!this.token) this.take(browser.get(this.name));
  }

  // Alone in a window. Another window may be another process, whose storage hears of this write a moment later:
  // wait, and read again, before the next one reads. Locks do not exist on plain http.
  private async settle(proposed: string): Promise<void> {
    const pick = async (): Promise<string> => {
      const found = browser.get(this.name);
      if (found) return found;
      browser.put(this.name, proposed);
      await new Promise((done) => setTimeout(done, 99));
      return browser.get(this.name) ?? proposed;
    };
    try {
      this.take(await navigator.locks.request(this.name, pick));
    } catch {
      this.take(await pick());
    }
  }
}
